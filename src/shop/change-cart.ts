import { Refusal } from '../platform/http/problem.ts'
import type { Write } from '../platform/log/write.ts'
import type { Platform } from '../platform/platform.ts'
import { findBuyable, type VariantNow } from './buyable.ts'
import { newCartId } from './cart-cookie.ts'
import {
  deleteLine,
  insertFilledCart,
  lockOwnCart,
  noteSeenPrices,
  setLine,
  type StoredCart,
  turnCart,
} from './cart-store.ts'
import { evenIfOverdue } from './release-overdue.ts'
import { MAX_QUANTITY } from './wire-catalogue.ts'
import { MAX_LINES } from './wire-orders.ts'

export interface CartChange {
  cartId: string
  pieces: number
  /** What was in the cart before, to take the change back. */
  before: number
  title: string
}

/** Puts so many more into the cart. Everybody may, with a cart of their own; a new one has a random id. */
export const addToCart = (
  p: Platform,
  cartId: string | null,
  variantId: string,
  quantity: number,
): Promise<CartChange> =>
  changeLine(p, cartId, variantId, (before) => {
    if (before + quantity > MAX_QUANTITY)
      throw new Refusal('unprocessable', `A cart takes at most ${MAX_QUANTITY} of one thing.`)
    return before + quantity
  })

/** Has the cart hold exactly so many. */
export const setQuantity = (
  p: Platform,
  cartId: string | null,
  variantId: string,
  quantity: number,
): Promise<CartChange> => changeLine(p, cartId, variantId, () => quantity)

function changeLine(
  p: Platform,
  cartId: string | null,
  variantId: string,
  next: (before: number) => number,
): Promise<CartChange> {
  return evenIfOverdue(p, () =>
    cartId === null ? begin(p, variantId, next(0)) : p.write((w) => change(w, cartId, variantId, next)),
  )
}

async function begin(p: Platform, variantId: string, quantity: number): Promise<CartChange> {
  const found = await findBuyable(p, variantId, p.clock.now())
  requireLeft(found, found.left, 0, quantity)
  const cartId = newCartId()
  await insertFilledCart(p, cartId, { variantId, quantity, seenPrice: found.variant.priceMinor })
  return { cartId, pieces: quantity, before: 0, title: found.product.title }
}

async function change(
  w: Write,
  cartId: string,
  variantId: string,
  next: (before: number) => number,
): Promise<CartChange> {
  const found = await findBuyable(w, variantId, w.now)
  const cart = await lockOwnCart(w, cartId)
  const before = quantityIn(cart, variantId)
  const quantity = next(before)
  if (before === 0 && cart.lines.length >= MAX_LINES)
    throw new Refusal('unprocessable', `A cart takes at most ${MAX_LINES} different things.`)
  requireLeft(found, found.left + (cart.held.get(variantId) ?? 0), before, quantity)
  await setLine(w, cartId, { variantId, quantity, seenPrice: found.variant.priceMinor })
  return { cartId, pieces: piecesOf(cart) - before + quantity, before, title: found.product.title }
}

/** Of what it is short of, less may be kept; more is refused here already, so that nobody counts on it. */
function requireLeft({ product, variant }: VariantNow, left: number, before: number, quantity: number): void {
  if (quantity > before && quantity > left)
    throw new Refusal('conflict', shortWords(product.title, left, before), {
      short: [{ variantId: variant.id, left }],
    })
}

/** Takes a line out; what is not in it is as good as taken out. */
export async function removeFromCart(
  p: Platform,
  cartId: string | null,
  variantId: string,
): Promise<CartChange> {
  if (cartId === null) return { cartId: newCartId(), pieces: 0, before: 0, title: '' }
  return p.write(async (w) => {
    const cart = await lockOwnCart(w, cartId)
    const before = quantityIn(cart, variantId)
    if (before > 0) {
      await deleteLine(w, cartId, variantId)
      await turnCart(w, cartId)
    }
    return { cartId, pieces: piecesOf(cart) - before, before, title: '' }
  })
}

/** Its reader has been told of the prices that hold now. */
export const acknowledgePrices = (p: Platform, cartId: string): Promise<void> =>
  p.write((w) => noteSeenPrices(w, cartId))

const quantityIn = ({ lines }: StoredCart, variantId: string): number =>
  lines.find((line) => line.variantId === variantId)?.quantity ?? 0

const piecesOf = ({ lines }: StoredCart): number => lines.reduce((sum, { quantity }) => sum + quantity, 0)

function shortWords(title: string, left: number, before: number): string {
  if (left <= 0) return `${title} is sold out in this size or colour.`
  const have = before > 0 ? `, and ${before} in your cart` : ''
  return `Only ${left} left of ${title}${have}. Take fewer.`
}
