import { useDeferredValue, useState } from 'react'
import { withQuery } from '../../kit/call.ts'
import { useNow } from '../../kit/clock.ts'
import { Field, Tabs } from '../../kit/field.tsx'
import { Go, useAddressWord } from '../../kit/go.tsx'
import { Page } from '../../kit/page.tsx'
import { useList, useRead } from '../../kit/read.ts'
import { Badge, Row } from '../../kit/row.tsx'
import { Empty, Loaded, More } from '../../kit/states.tsx'
import { useZone } from '../../kit/studio-context.ts'
import { plural, timeNear } from '../../kit/time.ts'
import type { OrderCounts, OrderFilter, OrderJson } from '../wire.ts'
import { DOORS } from './doors.ts'
import { Exceptions } from './exceptions.tsx'
import { moneyText } from './money.ts'
import { isWaiting } from './order-words.ts'

const TOPICS = ['desk:orders']
const EMPTY: Record<OrderFilter, string> = {
  open: 'Nothing to hand out: every order that was paid is done.',
  unpaid: 'Nobody is at the checkout right now.',
  closed: 'No order is done yet.',
  exceptions: '',
  all: 'No orders yet. They come in here by themselves while this is open.',
}

const countOf = (count: number | undefined): string => (count ? ` (${count.toLocaleString('en')})` : '')

export function OrdersScreen() {
  const [filter, setFilter] = useAddressWord('filter', 'open')
  const [words, setWords] = useState('')
  const { data: counts } = useRead<OrderCounts>(DOORS.counts, TOPICS)
  const shown: readonly (readonly [OrderFilter, string])[] = [
    ['open', `To hand out${countOf(counts?.open)}`],
    ['unpaid', `At the checkout${countOf(counts?.unpaid)}`],
    ['exceptions', `Exceptions${countOf(counts?.exceptions)}`],
    ['closed', 'Done'],
    ['all', 'All'],
  ]
  return (
    <Page
      title="Orders"
      actions={
        <Go to="/shop/checkout" className="button">
          Shipping, pickup and taxes
        </Go>
      }
    >
      <div className="toolbar">
        <Tabs label="Which orders" value={filter as OrderFilter} options={shown} onChange={setFilter} />
        {filter !== 'exceptions' && (
          <Field label="Search orders" className="is-wide">
            <input
              type="search"
              placeholder="A number, a name, an e-mail address"
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          </Field>
        )}
      </div>
      {filter === 'exceptions' ? <Exceptions /> : <OrderRows filter={filter as OrderFilter} words={words} />}
    </Page>
  )
}

function OrderRows({ filter, words }: { filter: OrderFilter; words: string }) {
  const q = useDeferredValue(words.trim())
  const orders = useList<OrderJson>(withQuery(DOORS.orders, { filter, q }), TOPICS)
  return (
    <>
      <Loaded query={orders} what="orders">
        {(rows) =>
          rows.length === 0 ? (
            <Empty>
              {q === '' ? (EMPTY[filter] ?? 'Nothing here.') : `No order here is found by “${q}”.`}
            </Empty>
          ) : (
            <ul className="rows">
              {rows.map((order) => (
                <OrderRow key={order.id} order={order} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <More {...orders} />
    </>
  )
}

function OrderRow({ order }: { order: OrderJson }) {
  const now = useNow()
  const zone = useZone()
  const { id, number, name, pieces, total, refunded, currency, delivery, at, exceptions, label } = order
  return (
    <Row
      to={`/shop/orders/${id}`}
      lead={<span className="order-number">{number}</span>}
      title={name}
      dim={!isWaiting(order) && exceptions === 0}
      detail={[
        timeNear(at, now, zone),
        plural(pieces, 'piece'),
        delivery === 'ship' ? 'to be sent' : 'picked up',
        refunded > 0 ? `${moneyText(currency, refunded)} refunded` : '',
      ]
        .filter((part) => part !== '')
        .join(' · ')}
      end={
        <>
          {exceptions > 0 && <Badge tone="hot">Needs somebody</Badge>}
          <Badge tone={isWaiting(order) ? 'ink' : 'plain'}>{label}</Badge>
          <b className="figures">{moneyText(currency, total)}</b>
        </>
      }
    />
  )
}
