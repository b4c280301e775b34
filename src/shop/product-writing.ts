import { findPictures } from '../footage/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Write } from '../platform/log/write.ts'
import { slugOf } from '../platform/slug.ts'
import { productTopicsOf } from './product.ts'
import type { ProductFields } from './product-write-store.ts'
import type { ProductInput } from './wire-catalogue.ts'

type Read = ReturnType<typeof ProductInput.parse>

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

const firstTwice = (words: readonly string[]): string | undefined =>
  words.find((word, i) => words.slice(0, i).some((before) => same(before, word)))

const refuse = (words: string): never => {
  throw new Refusal('unprocessable', words)
}

/** What holds of a product whoever saves it: every variant is one choice of the options, and no two are the same. */
export function requireWhole({ options, variants }: Read): void {
  const twiceNamed = firstTwice(options.map(({ name }) => name))
  if (twiceNamed) refuse(`There are two options called "${twiceNamed}". Give each a name of its own.`)
  for (const { name, values } of options) {
    const twice = firstTwice(values)
    if (twice) refuse(`"${twice}" stands twice under ${name}. Take one of them out.`)
  }
  for (const { sku, choice } of variants) {
    if (choice.length !== options.length)
      refuse(
        `${sku} needs one value for each option: ${options.map(({ name }) => name).join(', ') || 'none'}.`,
      )
    const wrong = options.findIndex(({ values }, i) => !values.includes(choice[i] ?? ''))
    if (wrong >= 0)
      refuse(`${sku} has a ${options[wrong]?.name} that is not among its values: ${choice[wrong]}.`)
  }
  const sku = firstTwice(variants.map((variant) => variant.sku))
  if (sku) refuse(`The SKU "${sku}" stands twice. Every variant needs one of its own.`)
  const choice = firstTwice(variants.map((variant) => variant.choice.join(' / ')))
  if (choice !== undefined) refuse(`Two variants are ${choice || 'the same'}. Take one of them out.`)
}

export async function requirePictures(w: Write, ids: readonly string[]): Promise<void> {
  const found = await findPictures(w, ids)
  if (ids.some((id) => !found.has(id)))
    refuse('A picture of it is not there any more. Choose another one, then save again.')
}

export const productFields = (input: Read, slug: string): ProductFields => ({
  slug,
  title: input.title,
  type: input.type,
  typeSlug: slugOf(input.type, 'things'),
  description: input.description,
  options: input.options,
  pictures: [...new Set(input.pictures)],
  status: input.status,
})

export const subjectOfProduct = (id: string): string => `product:${id}`

export const touchProduct = (w: Write, id: string): void => w.touch(...productTopicsOf(id))

export const noProduct = (): Refusal =>
  new Refusal('not-found', 'There is no such product. It may have been deleted; reload the list.')
