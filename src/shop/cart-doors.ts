import { z } from 'zod'
import type { Person } from '../people/public.ts'
import { type Endpoint, endpointsOf } from '../platform/http/endpoint.ts'
import type { PersonalPage } from '../platform/http/page.ts'
import { Refusal, STATUS_OF } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { cartCookie, cartOf } from './cart-cookie.ts'
import { addToCart, type CartChange, removeFromCart, setQuantity } from './change-cart.ts'
import { signed } from './order-keys.ts'
import { cartPage, type Notice, problemPage } from './pages/cart-page.ts'
import { isId } from './product.ts'
import { readForm, readQuantity } from './read-form.ts'
import { turnsOf } from './turns.ts'
import { MAX_QUANTITY } from './wire-catalogue.ts'

const endpoint = endpointsOf<Person>('shop')
const Variant = z.object({ variant: z.string().max(60) })
const MAX_FORM_BYTES = 20_000
const form = { method: 'POST', right: 'public', bodyType: 'raw', maxBytes: MAX_FORM_BYTES } as const

/** A reader's cart: forms that answer with the cart, and the same in place for the reader's script. */
export const cartEndpoints = (p: Platform, personal: PersonalPage): Endpoint<Person>[] => [
  endpoint({
    method: 'GET',
    path: '/cart',
    right: 'public',
    summary: 'The page of the cart',
    handle: ({ request }) => showCart(p, personal, request),
  }),
  endpoint({
    ...form,
    path: '/cart/lines',
    summary: 'Put something into the cart',
    handle: ({ request }) => inPlace(personal, request, () => add(p, request)),
  }),
  endpoint({
    ...form,
    path: '/cart/lines/:variant',
    summary: 'Change how many of it are in the cart',
    params: Variant,
    handle: ({ request, params }) =>
      inPlace(personal, request, () =>
        change(p, request, params.variant, 'changed', async (cartId) =>
          setQuantity(
            p,
            cartId,
            params.variant,
            readQuantity((await readForm(request)).get('quantity'), MAX_QUANTITY),
          ),
        ),
      ),
  }),
  endpoint({
    ...form,
    path: '/cart/lines/:variant/remove',
    summary: 'Take something out of the cart',
    params: Variant,
    handle: ({ request, params }) =>
      inPlace(personal, request, () =>
        change(p, request, params.variant, 'removed', (cartId) => removeFromCart(p, cartId, params.variant)),
      ),
  }),
]

interface Done extends CartChange {
  variantId: string
  did: 'added' | 'changed' | 'removed'
  cookie: string
}

async function add(p: Platform, request: Request): Promise<Done> {
  const fields = await readForm(request)
  const variantId = fields.get('variant') ?? ''
  const quantity = readQuantity(fields.get('quantity') ?? '1', MAX_QUANTITY)
  return change(p, request, variantId, 'added', (cartId) => addToCart(p, cartId, variantId, quantity))
}

async function change(
  p: Platform,
  request: Request,
  variantId: string,
  did: Done['did'],
  act: (cartId: string | null) => Promise<CartChange>,
): Promise<Done> {
  if (!isId(variantId)) throw new Refusal('invalid', 'Choose one of what there is, then try again.')
  const cartId = await cartOf(p, request)
  const changed = await turnsOf(p).take('cart', () => act(cartId))
  return { ...changed, variantId, did, cookie: await cartCookie(p, changed.cartId) }
}

const SAYS = { added: 'In your cart.', changed: 'Changed.', removed: 'Taken out.' }

/** For the reader's script an answer in JSON, problems as problem+json; for a plain form the cart's page. */
async function inPlace(
  personal: PersonalPage,
  request: Request,
  act: () => Promise<Done>,
): Promise<Response> {
  if (request.headers.get('accept')?.includes('application/json')) {
    const { pieces, did, cookie } = await act()
    return Response.json(
      { pieces, says: SAYS[did] },
      { headers: { 'set-cookie': cookie, 'cache-control': 'no-store' } },
    )
  }
  try {
    const { did, variantId, before, cookie } = await act()
    const undo = did === 'removed' && before > 0 ? `&variant=${variantId}&quantity=${before}` : ''
    return new Response(null, {
      status: 303,
      headers: { location: `/cart?did=${did}${undo}`, 'set-cookie': cookie },
    })
  } catch (error) {
    return problemAsPage(personal, error)
  }
}

/** Whoever sent a plain form gets a page, not JSON. */
export function problemAsPage(personal: PersonalPage, error: unknown): Promise<Response> {
  if (!(error instanceof Refusal)) throw error
  return personal(problemPage(error.message), STATUS_OF[error.kind])
}

async function showCart(p: Platform, personal: PersonalPage, request: Request): Promise<Response> {
  const cartId = await cartOf(p, request)
  const view = cartId && (await signed(p, 'cart-view', cartId))
  return personal(cartPage(view, noticeOf(new URL(request.url).searchParams)))
}

function noticeOf(query: URLSearchParams): Notice | null {
  const did = query.get('did') ?? ''
  if (!Object.hasOwn(SAYS, did)) return null
  const variantId = query.get('variant') ?? ''
  const quantity = Number(query.get('quantity'))
  const canUndo = did === 'removed' && isId(variantId) && Number.isInteger(quantity) && quantity > 0
  return { says: SAYS[did as Done['did']], ...(canUndo && { undo: { variantId, quantity } }) }
}
