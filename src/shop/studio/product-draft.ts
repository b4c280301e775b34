import type { DeskProductJson, ProductInput, ProductStatus } from '../wire.ts'
import { fieldText, parseMoney } from './money.ts'
import { keyOf, newVariant, type OptionDraft, rowsOf, usedOptions, type VariantDraft } from './variants.ts'

/** A product as its form holds it: what people type. */
export interface ProductDraft {
  title: string
  type: string
  slug: string
  description: string
  pictures: string[]
  status: ProductStatus
  /** Of every variant that has none of its own. */
  price: string
  options: OptionDraft[]
  /** By their choice; also of choices that are not there now, as somebody may put them back. */
  variants: Record<string, VariantDraft>
}

/** A draft, so that what is meant for a collection is not on sale before somebody has put it there. */
export const newProduct = (): ProductDraft => ({
  title: '',
  type: '',
  slug: '',
  description: '',
  pictures: [],
  status: 'draft',
  price: '',
  options: [],
  variants: {},
})

type Variants = DeskProductJson['variants']

/** The price that most variants have; of two, the lower. */
function commonPrice(variants: Variants): number {
  const sold = variants.filter(({ retired }) => !retired)
  const count = (price: number): number => sold.filter(({ priceMinor }) => priceMinor === price).length
  const [first] = sold.toSorted(
    (a, b) => count(b.priceMinor) - count(a.priceMinor) || a.priceMinor - b.priceMinor,
  )
  return (first ?? variants[0])?.priceMinor ?? 0
}

export function draftOf(product: DeskProductJson): ProductDraft {
  const { title, type, slug, description, pictures, status, options, currency, variants } = product
  const common = commonPrice(variants)
  const drafts: Record<string, VariantDraft> = {}
  // One that is sold comes last, so that it stands for its choice where one of the same was taken out before.
  for (const variant of variants.toSorted((a, b) => Number(b.retired) - Number(a.retired)))
    drafts[keyOf(variant.choice)] = {
      id: variant.id,
      sku: variant.sku,
      price: variant.priceMinor === common ? '' : fieldText(currency, variant.priceMinor),
      weightGrams: variant.weightGrams,
      pieces: '',
      sold: !variant.retired,
    }
  for (const { key } of rowsOf(title, options, drafts)) drafts[key] ??= { ...newVariant(), sold: false }
  const price = variants.length === 0 ? '' : fieldText(currency, common)
  return { title, type, slug, description, pictures, status, price, options, variants: drafts }
}

const MOST_VARIANTS = 100
const MOST_PIECES = 10_000_000

const isCount = (text: string): boolean => /^\d{1,8}$/.test(text.trim()) && Number(text) <= MOST_PIECES

/** What keeps the product from being saved, in a sentence; `null`: nothing. */
export function problemOf(
  { title, price, options, variants }: ProductDraft,
  currency: string,
): string | null {
  const rows = rowsOf(title, options, variants)
  const sold = rows.filter(({ draft }) => draft.sold)
  const nameless = usedOptions(options).some(({ name }) => name.trim() === '')
  if (nameless) return 'Give each option a name, such as Size.'
  if (rows.length > MOST_VARIANTS)
    return `These options make ${rows.length} variants. A product may have ${MOST_VARIANTS}: take some values out.`
  if (sold.length === 0) return 'Sell at least one of the variants, or archive the product.'
  if (parseMoney(currency, price) === null) return 'The price is a sum such as 28.00.'
  const wrong = sold.find(
    ({ draft }) => draft.price.trim() !== '' && parseMoney(currency, draft.price) === null,
  )
  if (wrong) return `The price of ${wrong.choice.join(' / ')} is a sum such as 28.00, or empty.`
  const uncounted = sold.find(({ draft }) => draft.pieces.trim() !== '' && !isCount(draft.pieces))
  if (uncounted) return 'Pieces in stock are whole numbers.'
  return null
}

/** What is sent to save it. */
export function toInput(
  { price, variants, slug, options, ...same }: ProductDraft,
  currency: string,
): ProductInput {
  const used = usedOptions(options)
  const rows = rowsOf(same.title, used, variants)
  const common = parseMoney(currency, price) ?? 0
  return {
    ...same,
    ...(slug.trim() !== '' && { slug: slug.trim() }),
    options: used.map(({ name, values }) => ({ name: name.trim(), values })),
    variants: rows
      .filter(({ draft }) => draft.sold)
      .map(({ choice, draft, suggestedSku }) => ({
        ...(draft.id !== null && { id: draft.id }),
        choice,
        sku: draft.sku.trim() || suggestedSku,
        priceMinor: draft.price.trim() === '' ? common : (parseMoney(currency, draft.price) ?? common),
        weightGrams: draft.weightGrams,
      })),
  }
}

/** Of new variants, by their choice: how many there are at first. */
export function firstPieces({ title, options, variants }: ProductDraft): Map<string, number> {
  const rows = rowsOf(title, options, variants).filter(({ draft }) => draft.sold && draft.id === null)
  return new Map(rows.map(({ key, draft }) => [key, Number(draft.pieces)] as const).filter(([, n]) => n > 0))
}

/** What is sold now and would not be after the draft is saved. */
export function takenOff(product: DeskProductJson, { title, options, variants }: ProductDraft): string[] {
  const rows = rowsOf(title, options, variants)
  const kept = new Set(rows.filter(({ draft }) => draft.sold).map(({ draft }) => draft.id))
  return product.variants
    .filter(({ id, retired }) => !retired && !kept.has(id))
    .map(({ choice, sku }) => choice.join(' / ') || sku)
}
