import { type BrandClock, timeOfDay } from '../platform/brand-clock.ts'
import { type Fragment, html, type Html, nothing } from '../platform/html.ts'
import { type BrandMoney, sumText } from './brand-money.ts'
import { isHolding, labelOf, type Order } from './order.ts'
import { countryName } from './places.ts'
import { totalsHtml } from './totals-html.ts'

export interface OrderView {
  order: Order
  money: BrandMoney
  clock: BrandClock
  /** Of what was paid, given back so far. */
  refunded: number
  /** Something is being given back. */
  refunding: boolean
  /** `/orders/…?key=…` */
  path: string
}

/** An order as its buyer sees it. */
export const orderHtml = (view: OrderView): Html => {
  const { order, money, refunded } = view
  return html`<p class="kicker">Order ${order.number}</p><h1 data-hold>${labelOf(order)}</h1>
    <p class="order-says" role="status">${saysOf(view)}</p>${doHtml(view)}
    <section class="order-bill"><h2>What you ordered</h2><ul class="order-lines">${order.lines.map(
      ({ quantity, title, variant, price }) =>
        html`<li><span><b>${quantity} × ${title}</b>${variant ? html` <small>${variant}</small>` : nothing}</span><span class="num">${sumText(money, quantity * price)}</span></li>`,
    )}</ul>${totalsHtml(money, order.totals, order.delivery === 'ship')}${
      refunded > 0 ? html`<p class="order-back"><b>Given back: ${sumText(money, refunded)}</b></p>` : nothing
    }</section>
    <section class="order-where"><h2>${order.delivery === 'ship' ? 'Where it goes' : 'Where you pick it up'}</h2>${whereHtml(view)}</section>`
}

function saysOf({ order, clock, refunding }: OrderView): Fragment {
  switch (order.state) {
    case 'held':
    case 'paying':
      return html`We keep it for you until ${order.payUntil ? timeOfDay(clock, order.payUntil) : ''} <b class="num" data-countdown="${order.payUntil?.getTime() ?? 0}"></b> Nothing is ordered before it is paid.`
    case 'to-pay':
      return `It is kept for you. Pay when you pick it up; a mail is on its way to ${order.email}.`
    case 'paid':
      return order.delivery === 'ship'
        ? 'Thank you. We send it as soon as it is packed, and write to you then.'
        : 'Thank you. It is waiting for you.'
    case 'fulfilled':
      return order.delivery === 'ship' ? 'It is on its way.' : 'It was handed out. Thank you.'
    case 'refunded':
      return 'All of it was given back. It takes your bank some days to show it.'
    case 'expired':
      return refunding
        ? 'Your payment came when the time was over and it was sold out. We give the whole amount back.'
        : 'It was not paid in time, and nothing was taken. What you chose is still in your cart.'
    case 'cancelled':
      return refunding
        ? 'It was cancelled. What you paid is given back.'
        : 'It was cancelled, and nothing was taken.'
  }
}

function doHtml({ order, path }: OrderView): Html {
  if (isHolding(order.state)) {
    const door = (verb: string): string => path.replace('?', `/${verb}?`)
    return html`<div class="order-do"><form method="post" action="${door('pay')}"><button class="button">Pay now</button></form><form method="post" action="${door('cancel')}"><button class="plain">Cancel it</button></form></div>`
  }
  if (order.state === 'expired' || order.state === 'cancelled')
    return html`<p class="order-do"><a class="button" href="/cart">To your cart</a></p>`
  const { trackingUrl, carrier, tracking } = order
  const words = [carrier, tracking].filter(Boolean).join(' ')
  if (order.state !== 'fulfilled' || (!words && !trackingUrl)) return nothing
  return html`<p class="order-do">${trackingUrl ? html`<a class="button" href="${trackingUrl}" rel="noreferrer">Follow it: ${words || 'the parcel'}</a>` : html`<b>${words}</b>`}</p>`
}

function whereHtml({ order, clock }: OrderView): Html {
  const { address, shippingName } = order
  if (!address) return html`<p>${shippingName}</p>`
  const { name, line1, line2, postcode, city, region, country } = address
  const lines = [
    name,
    line1,
    line2,
    [city, region, postcode].filter(Boolean).join(' '),
    countryName(clock.locale, country),
  ]
  return html`<address>${lines.filter(Boolean).map((line) => html`<span>${line}</span>`)}</address><p class="small">${shippingName}</p>`
}
