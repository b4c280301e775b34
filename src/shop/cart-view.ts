import { type VariantNow, variantsNow } from './buyable.ts'
import type { StoredCart } from './cart-store.ts'
import { instantsOf } from './collection.ts'
import { isHolding } from './order.ts'
import { isForSale, productPath } from './product.ts'

/** What is said of a line since its reader last looked; the first three keep it from being bought. */
export type LineProblem = 'gone' | 'paused' | 'sold-out' | 'fewer' | null

export interface CartLineView {
  variantId: string
  /** Empty when it is no longer shown to anybody. */
  productId: string
  title: string
  variant: string
  sku: string
  path: string
  pictures: readonly string[]
  quantity: number
  /** Of now. */
  price: number
  seenPrice: number
  left: number
  problem: LineProblem
}

export interface CartView {
  id: string
  revision: number
  lines: CartLineView[]
  pieces: number
  /** Whether everything in it can be bought now. */
  ready: boolean
  /** The order of it whose payment was begun and is not over. */
  openOrderId: string | null
  /** When the clock alone changes what can be bought of it. */
  instants: Date[]
}

/** The cart with what holds now: prices, what is left, what is gone. */
export function cartViewOf(cart: StoredCart, now: Date): CartView {
  const found = variantsNow(cart.products, now)
  const lines = cart.lines.map(({ variantId, quantity, seenPrice }) =>
    viewOf(variantId, quantity, seenPrice, found.get(variantId), cart.held.get(variantId) ?? 0),
  )
  return {
    id: cart.id,
    revision: cart.revision,
    lines,
    pieces: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    openOrderId: cart.orders.find(({ state }) => isHolding(state))?.id ?? null,
    ready: lines.length > 0 && lines.every(({ problem }) => problem === null),
    instants: cart.products.flatMap(({ collections }) => collections.flatMap(instantsOf)),
  }
}

function viewOf(
  variantId: string,
  quantity: number,
  seenPrice: number,
  found: VariantNow | undefined,
  held: number,
): CartLineView {
  if (!found)
    return {
      variantId,
      productId: '',
      title: 'Something that is not for sale any more',
      variant: '',
      sku: '',
      path: '/shop',
      pictures: [],
      quantity,
      price: seenPrice,
      seenPrice,
      left: 0,
      problem: 'gone',
    }
  const { product, variant, state } = found
  const left = isForSale(state) && !variant.retired ? found.left + held : 0
  return {
    variantId,
    productId: product.id,
    title: product.title,
    variant: variant.choice.join(', '),
    sku: variant.sku,
    path: productPath(product),
    pictures: product.pictures,
    quantity,
    price: variant.priceMinor,
    seenPrice,
    left,
    problem: problemOf(found, quantity, left),
  }
}

function problemOf({ state, variant }: VariantNow, quantity: number, left: number): LineProblem {
  if (state === 'paused') return 'paused'
  if (variant.retired || !isForSale(state)) return 'gone'
  if (left <= 0) return 'sold-out'
  return left < quantity ? 'fewer' : null
}

/** What is said of a line. */
export function problemWords({ problem, left }: Pick<CartLineView, 'problem' | 'left'>): string | null {
  switch (problem) {
    case 'gone':
      return 'Not for sale any more. Take it out to go on.'
    case 'paused':
      return 'The sale is paused. It stays in your cart.'
    case 'sold-out':
      return 'Sold out. Take it out to go on.'
    case 'fewer':
      return `Only ${left} left. Take fewer to go on.`
    case null:
      return null
  }
}
