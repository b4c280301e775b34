import { call } from '../../kit/call.ts'
import { sentenceOf } from '../../kit/problem.ts'
import type { DeskProductJson } from '../wire.ts'
import { DOORS } from './doors.ts'
import { firstPieces, type ProductDraft, toInput } from './product-draft.ts'
import { keyOf } from './variants.ts'

export interface SavedProduct {
  product: DeskProductJson
  /** Why not all pieces are in stock, though the product is saved; `null`: they are. */
  trouble: string | null
}

interface SaveOptions {
  currency: string
  /** Of the product that is there, and the revision that the draft is based on. */
  there?: { id: string; revision: number }
  /** One for each thing that is meant, so that a lost answer makes nothing twice. */
  key: string
}

/** Saves the product, then puts the first pieces of its new variants into stock. */
export async function saveProduct(
  draft: ProductDraft,
  { currency, there, key }: SaveOptions,
): Promise<SavedProduct> {
  const input = toInput(draft, currency)
  const product = there
    ? await call<DeskProductJson>('PUT', DOORS.product(there.id), input, { revision: there.revision })
    : await call<DeskProductJson>('POST', DOORS.products, input, { idempotencyKey: key })
  const pieces = firstPieces(draft)
  let trouble: string | null = null
  for (const { id, choice, retired } of product.variants) {
    const quantity = retired ? undefined : pieces.get(keyOf(choice))
    if (quantity === undefined) continue
    const received = { kind: 'received', quantity, reason: 'First stock' }
    await call('POST', DOORS.movements(id), received, { idempotencyKey: `${key}-${id}` }).catch(
      (error: unknown) => {
        trouble = sentenceOf(error)
      },
    )
  }
  return { product, trouble }
}

export const savedWords =
  (words: string) =>
  ({ trouble }: SavedProduct): string =>
    trouble === null ? words : `${words} Its stock is not all set: ${trouble}`
