import { useState } from 'react'
import { call } from '../../kit/call.ts'
import { useNow } from '../../kit/clock.ts'
import { type Acting, useAct } from '../../kit/read.ts'
import { countdown } from '../../kit/time.ts'
import type { OrderAction, OrderActionName, OrderDetail } from '../wire.ts'
import { DOORS } from './doors.ts'
import { CancelDialog, HandOutDialog, SendDialog } from './order-dialogs.tsx'
import { ACTION_WORDS, DONE_WORDS, NEXT_ACTIONS } from './order-words.ts'
import { RefundDialog } from './refund-dialog.tsx'

const DANGEROUS: readonly OrderActionName[] = ['cancel', 'refund']

/** What can be done with an order now, the likeliest first. */
export function OrderActions({ order }: { order: OrderDetail }) {
  const [asking, setAsking] = useState<OrderActionName | null>(null)
  const close = () => setAsking(null)
  const act: Acting<OrderAction> = useAct(
    (action: OrderAction) => call('POST', DOORS.orderActions(order.id), action, { revision: order.revision }),
    { says: (_, { action }) => DONE_WORDS[action], done: close },
  )
  const press = (action: OrderActionName) => {
    if (action === 'pack' || action === 'mark-paid') act.mutate({ action })
    else if (action === 'hand-out' && order.state !== 'to-pay') act.mutate({ action, paid: false })
    else setAsking(action)
  }
  const next = NEXT_ACTIONS.find((action) => order.actions.includes(action))
  const doing = { order, busy: act.isPending, onAct: act.mutate, onClose: close }
  return (
    <section className="panel" aria-labelledby="actions">
      <h2 id="actions">What is to be done</h2>
      <PayTime order={order} />
      {order.actions.length === 0 ? (
        <p className="mute">Nothing: this order is done.</p>
      ) : (
        <div className="order-actions">
          {order.actions.map((action) => (
            <button
              key={action}
              type="button"
              className={`button ${action === next ? 'is-hot' : DANGEROUS.includes(action) ? 'is-danger' : ''}`}
              disabled={act.isPending}
              onClick={() => press(action)}
            >
              {ACTION_WORDS[action]}
            </button>
          ))}
        </div>
      )}
      {asking === 'send' && <SendDialog {...doing} />}
      {asking === 'hand-out' && <HandOutDialog {...doing} />}
      {asking === 'cancel' && <CancelDialog {...doing} />}
      {asking === 'refund' && <RefundDialog order={order} onClose={close} />}
    </section>
  )
}

function PayTime({ order: { payUntil, state } }: { order: OrderDetail }) {
  const now = useNow()
  if (payUntil === null || (state !== 'paying' && state !== 'held')) return null
  const left = Date.parse(payUntil) - now
  return (
    <p className="mute">
      {left > 0
        ? `Its buyer has ${countdown(left)} left to pay.`
        : 'The time to pay is over; Stripe is being asked.'}
    </p>
  )
}
