import { z } from 'zod'

/** The JSON of carts, orders, refunds, the board of a drop, and of shipping and taxes. Money is in minor units of `currency`. */

const instant = z.iso.datetime({ offset: true })
const text = (max: number) => z.string().trim().max(max)
const line = (max: number) => text(max).min(1)
const money = z.int()
const revision = z.int().min(0)

/** Different variants in one cart. */
export const MAX_LINES = 30

/**
 * `held`: its stock is held, there is no payment yet; `paying`: the payment page is open; `to-pay`: placed, to be paid at pickup;
 * `paid`; `fulfilled`: sent or handed out; `refunded`: whole. `expired` and `cancelled` hold nothing.
 */
export const ORDER_STATES = [
  'held',
  'paying',
  'to-pay',
  'paid',
  'fulfilled',
  'refunded',
  'expired',
  'cancelled',
] as const
export const OrderState = z.enum(ORDER_STATES)
export type OrderState = z.infer<typeof OrderState>

export const Delivery = z.enum(['ship', 'pickup'])
export type Delivery = z.infer<typeof Delivery>
/** `stripe`: by card before it is placed; `pickup`: at the counter. */
export const PayBy = z.enum(['stripe', 'pickup'])
export type PayBy = z.infer<typeof PayBy>

const Country = z.string().regex(/^[A-Z]{2}$/, 'must be a country such as US')
/** The second part of ISO 3166-2, such as IL for Illinois. */
const Region = z.string().regex(/^[A-Z0-9]{1,3}$/, 'must be a state or province such as IL')

export const Address = z.object({
  country: Country,
  region: text(60),
  name: line(100),
  line1: line(120),
  line2: text(120),
  city: line(80),
  postcode: text(20),
})
export type Address = z.infer<typeof Address>

export const Totals = z.object({
  currency: z.string(),
  goods: money,
  shipping: money,
  tax: money,
  /** Whether the tax is part of the prices, or was added to them. */
  taxIncluded: z.boolean(),
  taxName: z.string(),
  taxBasisPoints: z.int(),
  total: money,
})
export type Totals = z.infer<typeof Totals>

export const OrderLineJson = z.object({
  variantId: z.uuid(),
  productId: z.uuid(),
  /** As they were when it was ordered. */
  title: z.string(),
  variant: z.string(),
  sku: z.string(),
  quantity: z.int(),
  price: money,
})
export type OrderLineJson = z.infer<typeof OrderLineJson>

/** What the studio may do with an order. */
export const OrderActionName = z.enum(['pack', 'send', 'hand-out', 'mark-paid', 'cancel', 'refund'])
export type OrderActionName = z.infer<typeof OrderActionName>

const Parcel = {
  carrier: text(60),
  tracking: text(100),
  trackingUrl: z.union([z.url({ protocol: /^https?$/ }), z.literal('')]),
}

/** The body of `POST /api/v1/desk/orders/:id/actions`, with If-Match. `hand-out` of an order that is `to-pay` says that it was paid now. */
export const OrderAction = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('pack') }),
  z.strictObject({
    action: z.literal('send'),
    carrier: Parcel.carrier.default(''),
    tracking: Parcel.tracking.default(''),
    trackingUrl: Parcel.trackingUrl.default(''),
  }),
  z.strictObject({ action: z.literal('hand-out'), paid: z.boolean().default(false) }),
  z.strictObject({ action: z.literal('mark-paid') }),
  /** What was paid is refunded whole, and the stock returns. */
  z.strictObject({ action: z.literal('cancel'), reason: text(300).default('') }),
])
export type OrderAction = z.input<typeof OrderAction>
export type OrderActionRead = z.output<typeof OrderAction>

/** The body of `POST /api/v1/desk/orders/:id/refunds`, with an Idempotency-Key. `amount` null: all that is left. */
export const NewRefund = z.strictObject({
  amount: z.int().min(1).max(1_000_000_000).nullable().default(null),
  reason: text(300).default(''),
  /** What comes back into stock. */
  restock: z
    .array(z.strictObject({ variantId: z.uuid(), quantity: z.int().min(1).max(10_000) }))
    .max(MAX_LINES)
    .default([]),
})
export type NewRefund = z.input<typeof NewRefund>
export type NewRefundRead = z.output<typeof NewRefund>

/** `wanted`: Stripe is being asked; `done`; `failed`: Stripe refuses it, see the exceptions. */
export const RefundState = z.enum(['wanted', 'done', 'failed'])
export const RefundJson = z.object({
  id: z.uuid(),
  amount: money,
  reason: z.string(),
  state: RefundState,
  at: instant,
  doneAt: instant.nullable(),
  /** Person id; null: Pressbox itself. */
  by: z.string().nullable(),
  problem: z.string().nullable(),
})
export type RefundJson = z.infer<typeof RefundJson>

export const OrderJson = z.object({
  id: z.uuid(),
  /** For people: 1001, 1002, … It opens nothing. */
  number: z.int(),
  state: OrderState,
  /** "Paid", "To be paid at pickup", … */
  label: z.string(),
  packed: z.boolean(),
  name: z.string(),
  email: z.string(),
  delivery: Delivery,
  payBy: PayBy,
  /** How many pieces. */
  pieces: z.int(),
  total: money,
  refunded: money,
  currency: z.string(),
  at: instant,
  /** Exceptions that nobody has resolved. */
  exceptions: z.int(),
  revision,
})
export type OrderJson = z.infer<typeof OrderJson>

export const OrderEventJson = z.object({
  at: instant,
  /** `placed`, `paying`, `paid`, `packed`, `sent`, `handed-out`, `expired`, `cancelled`, `refund-wanted`, `refunded`, `refund-failed`, `exception`. */
  kind: z.string(),
  says: z.string(),
  by: z.string().nullable(),
})
export type OrderEventJson = z.infer<typeof OrderEventJson>

export const EXCEPTION_KINDS = [
  'sold-out-after-payment',
  'wrong-amount',
  'refund-failed',
  'payment-unclear',
] as const
export const ExceptionJson = z.object({
  id: z.uuid(),
  orderId: z.uuid(),
  orderNumber: z.int(),
  kind: z.enum(EXCEPTION_KINDS),
  /** What happened and what is to be done, if anything. */
  says: z.string(),
  at: instant,
  resolvedAt: instant.nullable(),
  resolvedBy: z.string().nullable(),
})
export type ExceptionJson = z.infer<typeof ExceptionJson>

export const OrderDetail = OrderJson.extend({
  phone: z.string(),
  note: z.string(),
  address: Address.nullable(),
  /** "Standard, 3 to 5 days", or where it is picked up. */
  shippingName: z.string(),
  lines: z.array(OrderLineJson),
  totals: Totals,
  /** Until when the payment page is open. */
  payUntil: instant.nullable(),
  captured: money,
  /** The payment at Stripe, to look it up there. */
  paymentIntent: z.string().nullable(),
  refundable: money,
  refunds: z.array(RefundJson),
  events: z.array(OrderEventJson),
  openExceptions: z.array(ExceptionJson),
  carrier: z.string(),
  tracking: z.string(),
  trackingUrl: z.string(),
  /** What may be done now. */
  actions: z.array(OrderActionName),
  /** The page of its buyer: a path with its key. */
  path: z.string(),
})
export type OrderDetail = z.infer<typeof OrderDetail>

/** `open`: paid or to be paid, and not handed out; `unpaid`: held or paying; `closed`: the rest. */
export const OrderFilter = z.enum(['open', 'unpaid', 'closed', 'exceptions', 'all'])
export type OrderFilter = z.infer<typeof OrderFilter>
const limit = z.coerce.number().int().min(1).max(100).default(30)
export const OrderQuery = z.object({
  filter: OrderFilter.default('open'),
  /** A number, or the beginning of a name or mail address. */
  q: text(100).default(''),
  after: z.uuid().optional(),
  limit,
})
export const OrderList = z.object({ items: z.array(OrderJson), next: z.string().nullable() })
export type OrderList = z.infer<typeof OrderList>
export const OrderCounts = z.object({
  open: z.int(),
  /** When the oldest of those was made. */
  openSince: instant.nullable(),
  unpaid: z.int(),
  exceptions: z.int(),
})
export type OrderCounts = z.infer<typeof OrderCounts>
export const ExceptionList = z.object({ items: z.array(ExceptionJson) })

export const DropVariantJson = z.object({
  variantId: z.uuid(),
  productId: z.uuid(),
  product: z.string(),
  variant: z.string(),
  onHand: z.int(),
  held: z.int(),
  /** Ordered since the drop opened, and not cancelled. */
  sold: z.int(),
})
/** The board of a drop, as of `at`; `desk:drop:<collectionId>` says when to look again. */
export const DropJson = z.object({
  collectionId: z.uuid(),
  title: z.string(),
  opensAt: instant.nullable(),
  closesAt: instant.nullable(),
  paused: z.boolean(),
  at: instant,
  currency: z.string(),
  variants: z.array(DropVariantJson),
  /** Of the last half hour, the oldest first; minutes without an order are there too. */
  ordersPerMinute: z.array(z.object({ minute: instant, orders: z.int() })),
  orders: z.int(),
  pieces: z.int(),
  revenue: money,
  openPayments: z.int(),
  exceptions: z.int(),
})
export type DropJson = z.infer<typeof DropJson>

/** What it costs to send an order. `countries` ["*"]: everywhere else; `regions` []: the whole of them. */
export const ShippingRate = z.object({
  id: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'may have small letters, digits and hyphens, such as us-standard'),
  name: line(60),
  /** "3 to 5 days". */
  says: text(80).default(''),
  countries: z
    .array(z.union([Country, z.literal('*')]))
    .min(1)
    .max(60),
  regions: z.array(Region).max(60).default([]),
  price: z.int().min(0).max(10_000_000),
  /** Free for goods of this much; null: never. */
  freeFrom: z.int().min(0).max(1_000_000_000).nullable().default(null),
})
export type ShippingRate = z.output<typeof ShippingRate>

export const TaxRate = z.object({
  /** `*`: wherever no other line fits. */
  country: z.union([Country, z.literal('*')]),
  /** Null: the whole country. */
  region: Region.nullable().default(null),
  name: line(40),
  /** 625: 6.25 %. */
  basisPoints: z.int().min(0).max(10_000),
  /** Whether shipping is taxed too. */
  shippingToo: z.boolean().default(false),
})
export type TaxRate = z.output<typeof TaxRate>

export const CheckoutSettings = z.object({
  rates: z
    .array(ShippingRate)
    .max(60)
    .refine(
      (rates) => new Set(rates.map(({ id }) => id)).size === rates.length,
      'each rate needs an id of its own',
    )
    .default([]),
  /** Null: nothing is picked up. Its country and region say which tax is due. */
  pickup: z
    .object({
      place: line(120),
      says: text(300).default(''),
      country: Country,
      region: Region.nullable().default(null),
      /** Whether it may be paid there. */
      payThere: z.boolean().default(true),
    })
    .nullable()
    .default(null),
  taxes: z.array(TaxRate).max(400).default([]),
  taxIncluded: z.boolean().default(false),
  /** How long a buyer has to pay, in seconds; the stock is held so long. */
  paySeconds: z.int().min(1).max(86_400).default(900),
})
export type CheckoutSettings = z.output<typeof CheckoutSettings>
export const CheckoutSettingsReply = z.object({
  revision,
  value: CheckoutSettings,
  currency: z.string(),
  takesCards: z.boolean(),
})
export type CheckoutSettingsReply = z.infer<typeof CheckoutSettingsReply>
export const CheckoutSettingsSaved = z.object({ revision })

/** What the doors of a cart answer to the reader's script. */
export const CartReply = z.object({ pieces: z.int(), says: z.string() })
export type CartReply = z.infer<typeof CartReply>
