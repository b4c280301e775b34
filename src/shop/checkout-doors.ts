import { z } from 'zod'
import type { Person } from '../people/public.ts'
import { type Endpoint, endpointsOf } from '../platform/http/endpoint.ts'
import type { PersonalPage } from '../platform/http/page.ts'
import { Refusal, STATUS_OF } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { cancelOwnOrder } from './cancel-own-order.ts'
import { cartOf } from './cart-cookie.ts'
import { problemAsPage } from './cart-doors.ts'
import { acknowledgePrices } from './change-cart.ts'
import { checkoutOf, NOTHING_TYPED, type Problems, problemsOf, type Typed, typedIn } from './checkout-form.ts'
import { readCheckoutSettings } from './checkout-settings.ts'
import { lookAtPayment } from './look-at-payment.ts'
import { openPayment } from './open-payment.ts'
import { isKeyFor, orderPath, signed } from './order-keys.ts'
import { type Notice, noOrderPage, orderPage } from './pages/cart-page.ts'
import { checkoutPage } from './pages/checkout-page.ts'
import { placeOrder } from './place-order.ts'
import { countriesOf } from './places.ts'
import { readForm } from './read-form.ts'
import { showCheckout } from './show-checkout.ts'
import { paymentOrigins } from './stripe-client.ts'
import { turnsOf } from './turns.ts'

const endpoint = endpointsOf<Person>('shop')
const Id = z.object({ id: z.string().max(60) })
const Key = z.object({ key: z.string().max(60).default(''), paid: z.string().max(5).optional() })
const MAX_FORM_BYTES = 20_000
const form = { method: 'POST', right: 'public', bodyType: 'raw', maxBytes: MAX_FORM_BYTES } as const

/** The checkout of a guest, and the page of an order for whoever has its key. */
export const checkoutEndpoints = (p: Platform, personal: PersonalPage): Endpoint<Person>[] => [
  endpoint({
    method: 'GET',
    path: '/checkout',
    right: 'public',
    summary: 'The page of the checkout',
    handle: async ({ request }) => show(p, personal, await cartOf(p, request), NOTHING_TYPED),
  }),
  endpoint({
    ...form,
    path: '/checkout',
    summary: 'Order what is in the cart',
    handle: ({ request }) =>
      checkOut(p, personal, request).catch((error: unknown) => problemAsPage(personal, error)),
  }),
  endpoint({
    method: 'GET',
    path: '/orders/:id',
    right: 'public',
    summary: 'The page of an order, by its key',
    params: Id,
    query: Key,
    handle: ({ params, query }) => showOrder(p, personal, params.id, query.key, query.paid !== undefined),
  }),
  endpoint({
    ...form,
    path: '/orders/:id/pay',
    summary: 'Go to the payment of an order, by its key',
    params: Id,
    query: Key,
    handle: ({ params, query }) =>
      withKey(p, personal, params.id, query.key, async () => goPay(p, personal, params.id)),
  }),
  endpoint({
    ...form,
    path: '/orders/:id/cancel',
    summary: 'Cancel an order that is not paid, by its key',
    params: Id,
    query: Key,
    handle: ({ params, query }) =>
      withKey(p, personal, params.id, query.key, async () => {
        await cancelOwnOrder(p, params.id)
        return seeOther(await orderPath(p, params.id))
      }),
  }),
]

const seeOther = (location: string): Response => new Response(null, { status: 303, headers: { location } })

interface Shown {
  problems?: Problems
  notice?: Notice
  status?: number
  /** It answers a form, and so may write down that the prices of now were said. */
  said?: boolean
}

async function show(
  p: Platform,
  personal: PersonalPage,
  cartId: string | null,
  typed: Typed,
  { problems = {}, notice, status = 200, said = false }: Shown = {},
): Promise<Response> {
  if (cartId === null) return seeOther('/cart')
  return turnsOf(p).take('checkout', async () => {
    const view = await showCheckout(p, cartId, typed, problems, notice ?? null)
    if (!view) return seeOther('/cart')
    const isNews = view.cart.lines.some(({ price, seenPrice }) => price !== seenPrice)
    if (said && isNews) await acknowledgePrices(p, view.cart.id)
    const page = letPay(p, await personal(checkoutPage(view), status))
    // Whoever comes back here by the browser's own button finds what they typed; no other cache may keep it.
    page.headers.set('cache-control', 'private, no-cache')
    return page
  })
}

/** Lets the forms of a page lead to the payment page: browsers ask the policy about where a form is sent on to, too. */
function letPay(p: Platform, response: Response): Response {
  const policy = response.headers.get('content-security-policy')
  if (policy)
    response.headers.set(
      'content-security-policy',
      policy.replace("form-action 'self'", `form-action 'self' ${paymentOrigins(p)}`),
    )
  return response
}

async function checkOut(p: Platform, personal: PersonalPage, request: Request): Promise<Response> {
  const cartId = await cartOf(p, request)
  const fields = await readForm(request)
  const typed = typedIn(fields)
  if (cartId === null) return seeOther('/cart')
  if (fields.get('do') === 'look') return show(p, personal, cartId, typed, { said: true })
  const problems = problemsOf(typed, countriesOf((await readCheckoutSettings(p)).value))
  if (Object.keys(problems).length > 0)
    return show(p, personal, cartId, typed, { problems, status: STATUS_OF.unprocessable, said: true })
  return order(p, personal, cartId, typed, Number(fields.get('revision') ?? 0))
}

async function order(
  p: Platform,
  personal: PersonalPage,
  cartId: string,
  typed: Typed,
  revision: number,
): Promise<Response> {
  const again = (says: string, status: number): Promise<Response> =>
    show(p, personal, cartId, typed, { notice: { says, isProblem: true }, status, said: true })
  try {
    const checkout = checkoutOf(typed, revision)
    const placing = await turnsOf(p).take('order', () => placeOrder(p, cartId, checkout))
    if (placing.kind === 'changed') return await again(placing.says, STATUS_OF.conflict)
    if (placing.toPay) return await goPay(p, personal, placing.orderId)
    return seeOther(await orderPath(p, placing.orderId))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return again(error.message, STATUS_OF[error.kind])
  }
}

/** To the payment page where there is something to pay, else to the order; Stripe being away is said on the order's page. */
async function goPay(p: Platform, personal: PersonalPage, orderId: string): Promise<Response> {
  try {
    return seeOther((await openPayment(p, orderId)) ?? (await orderPath(p, orderId)))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const notice = { says: error.message, isProblem: true }
    return letPay(
      p,
      await personal(orderPage(await signed(p, 'order', orderId), notice), STATUS_OF[error.kind]),
    )
  }
}

async function withKey(
  p: Platform,
  personal: PersonalPage,
  id: string,
  key: string,
  act: () => Promise<Response>,
): Promise<Response> {
  if (!(await isKeyFor(p, 'order', id, key))) return personal(noOrderPage(), STATUS_OF['not-found'])
  return act().catch((error: unknown) => problemAsPage(personal, error))
}

/** Longer than this nobody waits for Stripe to say what its event will say in a moment. */
const LOOK_MS = 2500

/** Whoever comes back from the payment page may be faster than the event about it: Stripe is asked then. */
const showOrder = (
  p: Platform,
  personal: PersonalPage,
  id: string,
  key: string,
  comesFromPayment: boolean,
): Promise<Response> =>
  withKey(p, personal, id, key, async () => {
    if (comesFromPayment) {
      const look = lookAtPayment(p, id).catch((error: unknown) => p.log.warn({ error }, 'payment'))
      await Promise.race([look, new Promise((resolve) => setTimeout(resolve, LOOK_MS).unref())])
      await p.tail.sync().catch(() => undefined)
    }
    return letPay(p, await personal(orderPage(await signed(p, 'order', id), null)))
  })
