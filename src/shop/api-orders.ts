import { z } from 'zod'
import type { Person } from '../people/public.ts'
import { type Endpoint, endpointsOf } from '../platform/http/endpoint.ts'
import { readBytes } from '../platform/http/read-body.ts'
import type { Platform } from '../platform/platform.ts'
import { actOnOrder } from './act-on-order.ts'
import { brandMoney } from './brand-money.ts'
import { readCheckoutSettings } from './checkout-settings.ts'
import { listOpenExceptions } from './exception-store.ts'
import { hearStripe } from './hear-stripe.ts'
import { countOrders } from './order-list-store.ts'
import { readDrop } from './read-drop.ts'
import { listOrders, readOrder } from './read-order.ts'
import { refundOrder } from './refund-order.ts'
import { resolveOrderException } from './resolve-exception.ts'
import { takesCards } from './stripe-client.ts'
import { updateCheckoutSettings } from './update-checkout-settings.ts'
import * as wire from './wire-orders.ts'

const endpoint = endpointsOf<Person>('shop')
const Id = z.object({ id: z.uuid() })
const manage = { right: 'order.manage' } as const
const EXCEPTIONS = 100
/** Larger than any event of a checkout. */
const MAX_EVENT_BYTES = 500_000

/** The doors of the studio to orders, drops and the checkout's settings, and that of Stripe. */
export const orderEndpoints = (p: Platform): Endpoint<Person>[] => [
  ...reading(p),
  ...changing(p),
  ...settings(p),
  endpoint({
    method: 'POST',
    path: '/api/v1/stripe/webhook',
    right: 'public',
    summary: 'Events of Stripe, by their signature',
    bodyType: 'raw',
    maxBytes: MAX_EVENT_BYTES,
    handle: async ({ request }) => {
      const bytes = await readBytes(request, MAX_EVENT_BYTES)
      await hearStripe(p, bytes, request.headers.get('stripe-signature'))
      return { received: true }
    },
  }),
]

const reading = (p: Platform): Endpoint<Person>[] => [
  endpoint({
    ...manage,
    method: 'GET',
    path: '/api/v1/desk/orders',
    summary: 'Orders, newest first',
    query: wire.OrderQuery,
    reply: wire.OrderList,
    handle: ({ query }) => listOrders(p, query),
  }),
  endpoint({
    ...manage,
    method: 'GET',
    path: '/api/v1/desk/order-counts',
    summary: 'How many orders wait for somebody',
    reply: wire.OrderCounts,
    handle: () => countOrders(p),
  }),
  endpoint({
    ...manage,
    method: 'GET',
    path: '/api/v1/desk/order-exceptions',
    summary: 'What somebody has to look at',
    reply: wire.ExceptionList,
    handle: async () => ({ items: await listOpenExceptions(p, null, EXCEPTIONS) }),
  }),
  endpoint({
    ...manage,
    method: 'GET',
    path: '/api/v1/desk/orders/:id',
    summary: 'One order with its lines, payment, refunds and events',
    params: Id,
    reply: wire.OrderDetail,
    handle: ({ params }) => readOrder(p, params.id),
  }),
  endpoint({
    ...manage,
    method: 'GET',
    path: '/api/v1/drops/:id',
    summary: 'The board of a drop: stock, orders per minute, open payments',
    params: Id,
    reply: wire.DropJson,
    handle: ({ params }) => readDrop(p, params.id),
  }),
]

const changing = (p: Platform): Endpoint<Person>[] => [
  endpoint({
    ...manage,
    method: 'POST',
    path: '/api/v1/desk/orders/:id/actions',
    summary: 'Pack, send, hand out, take the money, or cancel',
    params: Id,
    body: wire.OrderAction,
    reply: wire.OrderDetail,
    ifMatch: true,
    handle: async ({ caller, params, body, revision }) => {
      await actOnOrder(p, caller, params.id, revision, body)
      return readOrder(p, params.id)
    },
  }),
  endpoint({
    ...manage,
    method: 'POST',
    path: '/api/v1/desk/orders/:id/refunds',
    summary: 'Refund a part or all of it',
    params: Id,
    body: wire.NewRefund,
    reply: wire.OrderDetail,
    idempotent: true,
    handle: async ({ caller, params, body }) => {
      await refundOrder(p, caller, params.id, body)
      return readOrder(p, params.id)
    },
  }),
  endpoint({
    ...manage,
    method: 'POST',
    path: '/api/v1/desk/order-exceptions/:id/resolve',
    summary: 'Say that somebody has seen to it',
    params: Id,
    reply: wire.ExceptionList,
    handle: async ({ caller, params }) => {
      await resolveOrderException(p, caller, params.id)
      return { items: await listOpenExceptions(p, null, EXCEPTIONS) }
    },
  }),
]

const settings = (p: Platform): Endpoint<Person>[] => [
  endpoint({
    ...manage,
    method: 'GET',
    path: '/api/v1/checkout-settings',
    summary: 'Shipping rates, pickup and taxes',
    reply: wire.CheckoutSettingsReply,
    handle: async () => {
      const { currency } = await brandMoney(p)
      return { ...(await readCheckoutSettings(p)), currency, takesCards: takesCards(p) }
    },
  }),
  endpoint({
    method: 'PUT',
    path: '/api/v1/checkout-settings',
    right: 'shop.manage',
    summary: 'Change shipping rates, pickup and taxes',
    body: wire.CheckoutSettings,
    reply: wire.CheckoutSettingsSaved,
    ifMatch: true,
    handle: async ({ caller, body, revision }) => ({
      revision: await updateCheckoutSettings(p, caller, revision, body),
    }),
  }),
]
