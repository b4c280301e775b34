import { type ReactNode, useState } from 'react'
import { Dialog } from '../../kit/dialog.tsx'
import { Field } from '../../kit/field.tsx'
import type { OrderAction, OrderDetail } from '../wire.ts'
import { moneyText } from './money.ts'

interface DialogProps {
  order: OrderDetail
  busy: boolean
  onAct: (action: OrderAction) => void
  onClose: () => void
}

interface AskProps {
  title: string
  verb: string
  danger?: boolean
  busy: boolean
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

function Ask({ title, verb, danger = false, busy, onSubmit, onClose, children }: AskProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        {children}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            Back
          </button>
          <button type="submit" className={danger ? 'button is-danger' : 'button is-hot'} disabled={busy}>
            {verb}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

export function SendDialog({ order, busy, onAct, onClose }: DialogProps) {
  const [carrier, setCarrier] = useState('')
  const [tracking, setTracking] = useState('')
  const [trackingUrl, setTrackingUrl] = useState('')
  const send = () => onAct({ action: 'send', carrier, tracking, trackingUrl })
  return (
    <Ask title={`Send order ${order.number}`} verb="Send" busy={busy} onSubmit={send} onClose={onClose}>
      <p>{order.name} gets a mail that it is on its way. What is known of the parcel stands in it.</p>
      <Field label="Carrier" hint="May stay empty.">
        <input maxLength={60} value={carrier} onChange={(event) => setCarrier(event.target.value)} />
      </Field>
      <Field label="Tracking number">
        <input maxLength={100} value={tracking} onChange={(event) => setTracking(event.target.value)} />
      </Field>
      <Field label="Tracking link">
        <input
          type="url"
          placeholder="https://"
          value={trackingUrl}
          onChange={(event) => setTrackingUrl(event.target.value)}
        />
      </Field>
    </Ask>
  )
}

export function HandOutDialog({ order, busy, onAct, onClose }: DialogProps) {
  const handOut = () => onAct({ action: 'hand-out', paid: true })
  const { totals, name } = order
  return (
    <Ask title="Hand out" verb="Paid and handed out" busy={busy} onSubmit={handOut} onClose={onClose}>
      <p>
        {name} pays <b>{moneyText(totals.currency, totals.total)}</b> now. Take the money, then hand it out.
      </p>
    </Ask>
  )
}

export function CancelDialog({ order, busy, onAct, onClose }: DialogProps) {
  const [reason, setReason] = useState('')
  const cancel = () => onAct({ action: 'cancel', reason })
  return (
    <Ask
      title={`Cancel order ${order.number}?`}
      verb="Cancel the order"
      danger
      busy={busy}
      onSubmit={cancel}
      onClose={onClose}
    >
      <p>
        {order.refundable > 0 && `${moneyText(order.currency, order.refundable)} are refunded. `}
        Its pieces go on sale again. This cannot be undone.
      </p>
      <Field label="Reason" hint="Its buyer reads it. May stay empty.">
        <input maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </Ask>
  )
}
