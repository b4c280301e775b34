import { useState } from 'react'
import { call } from '../../kit/call.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { Field, Tabs } from '../../kit/field.tsx'
import { randomId } from '../../kit/random-id.ts'
import { useAct } from '../../kit/read.ts'
import type { NewRefund, OrderDetail } from '../wire.ts'
import { DOORS } from './doors.ts'
import { currencySign, moneyText, parseMoney } from './money.ts'

interface RefundDialogProps {
  order: OrderDetail
  onClose: () => void
}

type Whole = 'all' | 'part'

/** Gives back all that is left or a part of it, and puts on sale again what has come back. */
export function RefundDialog({ order, onClose }: RefundDialogProps) {
  const { currency, refundable } = order
  const [whole, setWhole] = useState<Whole>('all')
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const [back, setBack] = useState<Readonly<Record<string, number>>>({})
  const [key, setKey] = useState(randomId)
  const amount = whole === 'all' ? refundable : parseMoney(currency, typed)
  const isRight = amount !== null && amount > 0 && amount <= refundable
  const refund = useAct<NewRefund>(
    (body) => call('POST', DOORS.refunds(order.id), body, { idempotencyKey: key }),
    { says: 'Refunded.', done: onClose },
  )
  const submit = () => {
    const restock = Object.entries(back).map(([variantId, quantity]) => ({ variantId, quantity }))
    refund.mutate({ amount, reason, restock: restock.filter(({ quantity }) => quantity > 0) })
  }
  return (
    <Dialog title={`Refund order ${order.number}`} onClose={onClose}>
      <form
        className="form"
        onChange={() => setKey(randomId())}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Tabs
          label="How much"
          value={whole}
          options={[
            ['all', `All: ${moneyText(currency, refundable)}`],
            ['part', 'A part'],
          ]}
          onChange={(next) => {
            setWhole(next)
            setKey(randomId())
          }}
        />
        {whole === 'part' && (
          <Field
            label="Amount"
            hint={`In ${currency} (${currencySign(currency)}), at most ${moneyText(currency, refundable)}.`}
            problem={typed !== '' && !isRight ? `A sum of at most ${moneyText(currency, refundable)}.` : null}
          >
            <input
              required
              inputMode="decimal"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </Field>
        )}
        <Field label="Reason" hint="May stay empty.">
          <input maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <Restock order={order} back={back} onChange={setBack} />
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            Back
          </button>
          <button type="submit" className="button is-danger" disabled={!isRight || refund.isPending}>
            Refund {isRight ? moneyText(currency, amount) : ''}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

interface RestockProps {
  order: OrderDetail
  back: Readonly<Record<string, number>>
  onChange: (back: Readonly<Record<string, number>>) => void
}

function Restock({ order: { lines }, back, onChange }: RestockProps) {
  return (
    <fieldset className="field">
      <legend className="legend">Put back on sale</legend>
      <ul className="restock">
        {lines.map(({ variantId, title, variant, quantity }) => {
          const name = variant === '' ? title : `${title}, ${variant}`
          return (
            <li key={variantId}>
              <span>{name}</span>
              <input
                type="number"
                min={0}
                max={quantity}
                aria-label={`Pieces of ${name} put back`}
                value={back[variantId] ?? 0}
                onChange={(event) => onChange({ ...back, [variantId]: Number(event.target.value) })}
              />
              <span className="mute">of {quantity}</span>
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}
