import { Refusal } from '../platform/http/problem.ts'
import type { Write } from '../platform/log/write.ts'
import type { Platform } from '../platform/platform.ts'
import { requireBuyable, type VariantNow, variantsNow } from './buyable.ts'
import { type BrandMoney, sumText } from './brand-money.ts'
import { lockCart, type StoredCart } from './cart-store.ts'
import { readCheckoutSettings } from './checkout-settings.ts'
import { letGoOrder } from './let-go-order.ts'
import { dropTopic, graceSeconds, isHolding, isPlaced, type Order } from './order.ts'
import { type MailBrand, mailBrand, sendOrderMail } from './order-mail.ts'
import { insertOrder, lockOrder, type NewOrder } from './order-store.ts'
import { keepCapture } from './payment-store.ts'
import { type Quote, quoteFor, requirePossible, type Wish } from './quote.ts'
import { evenIfOverdue } from './release-overdue.ts'
import { refusalOfShort } from './short.ts'
import { takesCards } from './stripe-client.ts'
import { inLockOrder } from './stock.ts'
import { holdStock, lockStock, sellFree } from './stock-store.ts'
import type { Address, CheckoutSettings, PayBy } from './wire-orders.ts'

/** What a buyer has filled in, and what stood before them when they pressed the button. */
export interface Checkout {
  name: string
  email: string
  phone: string
  note: string
  address: Address | null
  wish: Wish
  payBy: PayBy
  cartRevision: number
  expectedTotal: number
}

/** `toPay`: by card, now. `changed`: nothing was ordered, the page is to be shown again with what is said. */
export type Placing = { kind: 'placed'; orderId: string; toPay: boolean } | { kind: 'changed'; says: string }

/** The brand's own, read before the transaction that places an order, so that nobody waits for that. */
interface House {
  settings: CheckoutSettings
  brand: MailBrand
}

/**
 * Makes the one order of this revision of a cart, at the total that its buyer saw: its stock held until it is paid, or sold at once
 * when it is paid at pickup. Asked again, it names the order that is there. Everybody may, with their own cart.
 */
export function placeOrder(p: Platform, cartId: string, checkout: Checkout): Promise<Placing> {
  return evenIfOverdue(p, async () => {
    const house = { settings: (await readCheckoutSettings(p)).value, brand: await mailBrand(p) }
    return p.write((w) => place(p, w, house, cartId, checkout))
  })
}

async function place(
  p: Platform,
  w: Write,
  { settings, brand }: House,
  cartId: string,
  checkout: Checkout,
): Promise<Placing> {
  const cart = await lockCart(w, cartId)
  const earlier = cart.orders.find(({ cartRevision }) => cartRevision === checkout.cartRevision)
  if (earlier && (isHolding(earlier.state) || isPlaced(earlier.state)))
    return { kind: 'placed', orderId: earlier.id, toPay: isHolding(earlier.state) }
  if (cart.revision !== checkout.cartRevision || cart.lines.length === 0)
    return { kind: 'changed', says: changedWords(cart, earlier !== undefined) }
  const found = variantsNow(cart.products, w.now)
  const lines = linesOf(cart, found)
  refuseShort(cart, lines, found)
  const quote = quoteFor(settings, brand.money.currency, lines, checkout.wish)
  requirePossible(quote)
  requirePayment(settings, checkout, takesCards(p))
  const { total } = quote.totals
  if (total !== checkout.expectedTotal)
    return { kind: 'changed', says: totalWords(brand.money, checkout.expectedTotal, total) }
  await supersede(w, cart, lines)
  const order = newOrder(w.now, settings, cart, checkout, quote, lines)
  const made = await insertOrder(w, order)
  if (!made) throw new Error('A cart that is locked was ordered twice.')
  w.touch(...lines.flatMap(({ variantId }) => found.get(variantId)?.collectionIds.map(dropTopic) ?? []))
  if (order.state === 'held') await hold(p, w, made.id, order)
  else await sell(p, w, brand, { ...order, ...made })
  return { kind: 'placed', orderId: made.id, toPay: order.state === 'held' }
}

/** A form offers what there is; whoever writes their own gets no more. */
function requirePayment({ pickup }: CheckoutSettings, { payBy, wish }: Checkout, cards: boolean): void {
  const isPossible = payBy === 'stripe' ? cards : wish.delivery === 'pickup' && pickup?.payThere === true
  if (!isPossible)
    throw new Refusal('unprocessable', 'It cannot be paid like that. Choose another way to have it.')
}

/** Said before anything is written or waited for; whether there are enough is decided by `holdStock` and `sellFree`. */
function refuseShort(
  { held }: StoredCart,
  lines: NewOrder['lines'],
  found: ReadonlyMap<string, VariantNow>,
): void {
  const short = lines.flatMap(({ variantId, quantity, title, variant }) => {
    const left = (found.get(variantId)?.left ?? 0) + (held.get(variantId) ?? 0)
    return left < quantity ? [{ variantId, left, what: [title, variant].filter(Boolean).join(', ') }] : []
  })
  if (short.length > 0) throw refusalOfShort(short)
}

const linesOf = ({ lines }: StoredCart, found: ReadonlyMap<string, VariantNow>): NewOrder['lines'] =>
  lines.map(({ variantId, quantity }) => {
    const { product, variant } = requireBuyable(found, variantId)
    return {
      variantId,
      productId: product.id,
      title: product.title,
      variant: variant.choice.join(', '),
      sku: variant.sku,
      quantity,
      price: variant.priceMinor,
    }
  })

function newOrder(
  now: Date,
  { paySeconds }: CheckoutSettings,
  cart: StoredCart,
  { payBy, wish, name, email, phone, note, address }: Checkout,
  { totals, shippingName }: Quote,
  lines: NewOrder['lines'],
): NewOrder {
  const after = (seconds: number): Date => new Date(now.getTime() + seconds * 1000)
  const isCard = payBy === 'stripe' && totals.total > 0
  return {
    cartId: cart.id,
    cartRevision: cart.revision,
    name,
    email,
    phone,
    note,
    payBy,
    totals,
    shippingName,
    lines,
    delivery: wish.delivery,
    address: wish.delivery === 'ship' ? address : null,
    // What costs nothing is paid.
    state: isCard ? 'held' : totals.total === 0 ? 'paid' : 'to-pay',
    payUntil: isCard ? after(paySeconds) : null,
    holdUntil: isCard ? after(paySeconds + graceSeconds(paySeconds)) : null,
  }
}

/** Stock last: its rows are what other buyers wait for. */
async function hold(p: Platform, w: Write, id: string, order: NewOrder): Promise<void> {
  await p.jobs.enqueue(
    w,
    'orders.expire',
    { id },
    { key: id, ...(order.payUntil && { startAfter: order.payUntil }) },
  )
  await holdStock(w, order.lines)
}

async function sell(
  p: Platform,
  w: Write,
  brand: MailBrand,
  order: NewOrder & { id: string; number: number },
): Promise<void> {
  if (order.state === 'paid') await keepCapture(w, order.id, { amount: 0, intentId: null })
  await sendOrderMail(p, w, 'confirmed', order, { brand })
  sellFree(w, order.lines, { reason: `Order ${order.number}`, by: null, orderId: order.id })
}

/** Whoever orders a changed cart has given up what they had begun to pay; their own hold does not stand in their way. */
async function supersede(w: Write, cart: StoredCart, lines: NewOrder['lines']): Promise<void> {
  const olds: Order[] = []
  for (const { id } of cart.orders.filter(({ state }) => isHolding(state))) {
    const old = await lockOrder(w, id)
    if (old && isHolding(old.state)) olds.push(old)
  }
  if (olds.length === 0) return
  for (const { variantId } of inLockOrder([...lines, ...olds.flatMap((old) => old.lines)]))
    await lockStock(w, variantId)
  for (const old of olds)
    await letGoOrder(w, old, 'expired', { says: 'Its buyer has ordered the cart anew.', by: null })
}

function changedWords(cart: StoredCart, wasOrdered: boolean): string {
  if (cart.lines.length === 0) return 'Your cart is empty. Put something in, then order.'
  if (wasOrdered)
    return 'The time to pay has run out, and nothing was taken. Look at your order once more, then send it again.'
  return 'Your cart has changed since you opened this page. Look at it once more, then order.'
}

const totalWords = (money: BrandMoney, before: number, now: number): string =>
  `The total is now ${sumText(money, now)}; this page said ${sumText(money, before)}. Look at it once more, then order.`
