import { Go } from '../../kit/go.tsx'
import { useStudio, useZone } from '../../kit/studio-context.ts'
import { dateTime } from '../../kit/time.ts'
import type { OrderDetail, RefundJson } from '../wire.ts'
import { moneyText, percentText } from './money.ts'
import { eventWords } from './order-words.ts'

interface PartProps {
  order: OrderDetail
}

/** What was ordered, and what it comes to. */
export function Lines({ order: { lines, totals, captured, refunded, shippingName } }: PartProps) {
  const money = (minor: number): string => moneyText(totals.currency, minor)
  const tax = `${totals.taxName || 'Tax'}${totals.taxBasisPoints > 0 ? `, ${percentText(totals.taxBasisPoints)}%` : ''}`
  const sums: [string, number][] = [
    ['Goods', totals.goods],
    [shippingName || 'Shipping', totals.shipping],
    [totals.taxIncluded ? `${tax}, within the prices` : tax, totals.tax],
  ]
  return (
    <section className="panel" aria-labelledby="lines">
      <h2 id="lines">What was ordered</h2>
      <table className="order-lines">
        <thead>
          <tr>
            <th scope="col">Product</th>
            <th scope="col">Pieces</th>
            <th scope="col">Sum</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ variantId, productId, title, variant, sku, quantity, price }) => (
            <tr key={variantId}>
              <th scope="row">
                <Go to={`/shop/products/${productId}`}>{title}</Go>
                {variant && `, ${variant}`}
                <small>
                  {sku}, {money(price)} each
                </small>
              </th>
              <td>{quantity}</td>
              <td>{money(price * quantity)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {sums.map(([name, minor]) => (
            <tr key={name}>
              <th scope="row" colSpan={2}>
                {name}
              </th>
              <td>{money(minor)}</td>
            </tr>
          ))}
          <tr className="is-total">
            <th scope="row" colSpan={2}>
              Total
            </th>
            <td>{money(totals.total)}</td>
          </tr>
          {captured > 0 && (
            <tr>
              <th scope="row" colSpan={2}>
                Paid
              </th>
              <td>{money(captured)}</td>
            </tr>
          )}
          {refunded > 0 && (
            <tr>
              <th scope="row" colSpan={2}>
                Refunded
              </th>
              <td>{money(-refunded)}</td>
            </tr>
          )}
        </tfoot>
      </table>
    </section>
  )
}

/** Who it goes to, and how. */
export function Buyer({ order }: PartProps) {
  const { name, email, phone, note, address, delivery, shippingName, payBy, carrier, tracking, trackingUrl } =
    order
  return (
    <section className="panel buyer" aria-labelledby="buyer">
      <h2 id="buyer">{delivery === 'ship' ? 'Sent to' : 'Picked up by'}</h2>
      <address>
        {[
          address?.name || name,
          address?.line1,
          address?.line2,
          address && [address.postcode, address.city, address.region].filter(Boolean).join(' '),
          address?.country,
        ]
          .filter(Boolean)
          .map((line, i) => (
            <span key={i}>{line}</span>
          ))}
        <a href={`mailto:${email}`}>{email}</a>
        {phone && <a href={`tel:${phone}`}>{phone}</a>}
      </address>
      {delivery === 'pickup' && shippingName && <p>At {shippingName}</p>}
      {note && <p className="buyer-note">“{note}”</p>}
      <p className="mute">{payBy === 'stripe' ? 'Pays by card' : 'Pays at pickup'}</p>
      {order.paymentIntent && (
        <p className="mute">
          Payment at Stripe: <code>{order.paymentIntent}</code>
        </p>
      )}
      {(carrier || tracking) && (
        <p>
          {carrier} {trackingUrl ? <a href={trackingUrl}>{tracking || 'Follow it'}</a> : tracking}
        </p>
      )}
    </section>
  )
}

const REFUND_WORDS: Record<RefundJson['state'], string> = {
  wanted: 'on its way',
  done: 'done',
  failed: 'failed',
}

export function Refunds({ order: { refunds, currency } }: PartProps) {
  const zone = useZone()
  if (refunds.length === 0) return null
  return (
    <section className="panel" aria-labelledby="refunds">
      <h2 id="refunds">Refunds</h2>
      <ul className="plain-list">
        {refunds.map(({ id, amount, reason, state, at, problem }) => (
          <li key={id}>
            <b>{moneyText(currency, amount)}</b>, {REFUND_WORDS[state]}
            {reason && `: ${reason}`} <span className="mute">{dateTime(at, zone)}</span>
            {problem && <p className="field-problem">{problem}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What happened, the newest first. */
export function Events({ order: { events } }: PartProps) {
  const { me, brand } = useStudio()
  const by = (id: string | null): string => (id === null ? '' : id === me.id ? ' by you' : ' by a colleague')
  return (
    <section className="panel" aria-labelledby="events">
      <h2 id="events">What happened</h2>
      <ol className="order-events">
        {events
          .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
          .map((event, i) => (
            <li key={i}>
              <time dateTime={event.at}>{dateTime(event.at, brand.zone)}</time>
              <span>
                <b>{eventWords(event.kind)}</b>
                {by(event.by)}
                {event.says && <span className="mute"> {event.says}</span>}
              </span>
            </li>
          ))}
      </ol>
    </section>
  )
}
