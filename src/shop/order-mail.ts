import type { Write } from '../platform/log/write.ts'
import type { Platform } from '../platform/platform.ts'
import { publicUrl } from '../platform/public-url.ts'
import { readSetting, type SettingSource } from '../platform/settings-store.ts'
import { z } from 'zod'
import { brandMoney, type BrandMoney, sumText } from './brand-money.ts'
import type { Order } from './order.ts'
import { orderPath } from './order-keys.ts'

export type OrderMail = 'confirmed' | 'sent' | 'handed-out' | 'cancelled' | 'refunded' | 'too-late'

const BrandName = z.object({ name: z.string().default('Pressbox') })

export interface MailBrand {
  name: string
  money: BrandMoney
}

export const mailBrand = async (source: SettingSource): Promise<MailBrand> => ({
  name: (await readSetting(source, 'brand', BrandName)).value.name,
  money: await brandMoney(source),
})

type MailedOrder = Pick<
  Order,
  'id' | 'number' | 'name' | 'email' | 'state' | 'delivery' | 'shippingName' | 'totals'
> & {
  lines: readonly Pick<Order['lines'][number], 'quantity' | 'title' | 'variant' | 'price'>[]
} & Partial<Pick<Order, 'carrier' | 'tracking' | 'trackingUrl'>>

/** Tells the buyer, in the transaction of what it tells. */
export async function sendOrderMail(
  p: Platform,
  w: Write,
  kind: OrderMail,
  order: MailedOrder,
  { words = '', brand }: { words?: string; brand?: MailBrand } = {},
): Promise<void> {
  const { name, money: ownMoney } = brand ?? (await mailBrand(w))
  const money = { ...ownMoney, currency: order.totals.currency }
  const link = publicUrl(p) + (await orderPath(p, order.id))
  const text = [
    ...openingOf(kind, order, words),
    '',
    ...billOf(order, money),
    '',
    `Your order: ${link}`,
    '',
    name,
  ]
  p.mailer.send(w, { to: order.email, subject: subjectOf(kind, order, name), text: text.join('\n') })
}

function subjectOf(kind: OrderMail, { number }: MailedOrder, brand: string): string {
  const order = `order ${number} at ${brand}`
  switch (kind) {
    case 'confirmed':
      return `Your ${order}`
    case 'sent':
      return `Sent: your ${order}`
    case 'handed-out':
      return `Thank you: your ${order}`
    case 'cancelled':
      return `Cancelled: your ${order}`
    case 'refunded':
      return `Refunded: your ${order}`
    case 'too-late':
      return `We give your money back: your ${order}`
  }
}

function openingOf(kind: OrderMail, order: MailedOrder, words: string): string[] {
  const hello = `Hello ${order.name},`
  switch (kind) {
    case 'confirmed':
      return [hello, '', order.state === 'to-pay' ? pickupWords(order) : 'Thank you. Your order is paid.']
    case 'sent':
      return [hello, '', 'Your order is on its way.', ...trackingWords(order)]
    case 'handed-out':
      return [hello, '', 'Your order was handed out. Thank you.']
    case 'cancelled':
      return [
        hello,
        '',
        `Your order was cancelled.${words ? ` ${words}` : ''}`,
        'What you have paid is given back.',
      ]
    case 'refunded':
      return [hello, '', `We have given back ${words}. It takes your bank some days to show it.`]
    case 'too-late':
      return [
        hello,
        '',
        'Your payment reached us when the time to pay was over and what you ordered was no longer there.',
        'We are sorry. The whole amount is given back; it takes your bank some days to show it.',
      ]
  }
}

const pickupWords = ({ shippingName }: MailedOrder): string =>
  `Thank you. Your order is kept for you: pay it when you pick it up at ${shippingName}.`

const trackingWords = ({ carrier, tracking, trackingUrl }: MailedOrder): string[] => {
  const what = [carrier, tracking].filter(Boolean).join(' ')
  return what || trackingUrl ? [[what, trackingUrl].filter(Boolean).join(': ')] : []
}

function billOf({ lines, totals, shippingName, delivery }: MailedOrder, money: BrandMoney): string[] {
  const sum = (minor: number): string => sumText(money, minor)
  return [
    ...lines.map(
      ({ quantity, title, variant, price }) =>
        `${quantity} x ${[title, variant].filter(Boolean).join(', ')}: ${sum(quantity * price)}`,
    ),
    ...(delivery === 'ship' ? [`${shippingName}: ${sum(totals.shipping)}`] : []),
    ...(totals.tax > 0
      ? [`${totals.taxName}: ${sum(totals.tax)}${totals.taxIncluded ? ' (in the prices)' : ''}`]
      : []),
    `Total: ${sum(totals.total)}`,
  ]
}
