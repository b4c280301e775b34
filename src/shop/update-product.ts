import { audit, type Person, requireRight } from '../people/public.ts'
import { claimAddress, forgetAddresses, retireAddresses } from '../platform/address-store.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Write } from '../platform/log/write.ts'
import type { Platform } from '../platform/platform.ts'
import { type Product, productPath, stateOf, type Variant } from './product.ts'
import { deskProduct } from './desk-json.ts'
import { findProduct } from './product-store.ts'
import { insertVariant, replaceProduct, replaceVariant, retireVariants } from './product-write-store.ts'
import {
  noProduct,
  productFields,
  requirePictures,
  requireWhole,
  subjectOfProduct,
  touchProduct,
} from './product-writing.ts'
import { ProductInput } from './wire-catalogue.ts'

type Read = ReturnType<typeof ProductInput.parse>

/** Replaces what is said of a product and of its variants; those left out are retired. Stock stays as it is. */
export async function updateProduct(
  p: Platform,
  person: Person,
  id: string,
  basedOn: number,
  given: ProductInput,
): Promise<Product> {
  requireRight(person, 'shop.manage')
  const input = ProductInput.parse(given)
  requireWhole(input)
  return p.write(async (w) => {
    const before = await findProduct(w, id)
    if (!before) throw noProduct()
    await requirePictures(w, input.pictures)
    const slug = input.slug ?? before.slug
    if (!(await replaceProduct(w, id, basedOn, productFields(input, slug)))) await refuseStale(w, id)
    await saveVariants(w, before, input)
    await moveAddress(w, before, input.status, slug)
    touchProduct(w, id)
    await audit(w, person, 'product.update', subjectOfProduct(id), { title: input.title })
    return (await findProduct(w, id)) ?? before
  })
}

async function saveVariants(w: Write, before: Product, { variants }: Read): Promise<void> {
  const kept = variants.map((variant) => matchOf(before, variant))
  const retired = before.variants.filter((variant) => !kept.includes(variant)).map(({ id }) => id)
  await retireVariants(w, retired)
  for (const [i, variant] of variants.entries()) {
    const old = kept[i]
    if (old) await replaceVariant(w, old.id, i, variant)
    else await insertVariant(w, before.id, i, variant)
  }
}

/** The variant that is meant: by its id, or by the SKU of one that was retired. */
function matchOf({ variants }: Product, { id, sku }: Read['variants'][number]): Variant | undefined {
  if (id === undefined) return variants.find((each) => each.sku.toLowerCase() === sku.toLowerCase())
  const found = variants.find((each) => each.id === id)
  if (!found)
    throw new Refusal(
      'unprocessable',
      `There is no variant ${id} of this product. Leave its id out to add it.`,
    )
  return found
}

/** What the public never saw leaves no trace: an old address of it must not lead to the new one. */
async function moveAddress(w: Write, before: Product, status: string, slug: string): Promise<void> {
  const subject = subjectOfProduct(before.id)
  const wasHidden = stateOf(before, w.now) === 'hidden'
  if (wasHidden) await forgetAddresses(w, subject)
  if (status !== 'draft') await claimAddress(w, productPath({ slug }), subject)
  else if (!wasHidden) await retireAddresses(w, subject)
}

async function refuseStale(w: Write, id: string): Promise<never> {
  const current = await findProduct(w, id)
  if (!current) throw noProduct()
  throw new Refusal(
    'stale',
    'Somebody else has changed this product. Look at their version, then save again.',
    { current: await deskProduct(w, current, w.now) },
  )
}
