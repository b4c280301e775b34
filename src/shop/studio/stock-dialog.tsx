import { useState } from 'react'
import { call } from '../../kit/call.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { Field, Tabs } from '../../kit/field.tsx'
import { randomId } from '../../kit/random-id.ts'
import { useAct, useRead } from '../../kit/read.ts'
import { Empty, Loaded } from '../../kit/states.tsx'
import { useZone } from '../../kit/studio-context.ts'
import { dateTime, plural } from '../../kit/time.ts'
import type { DeskVariantJson, MovementJson, StockChange } from '../wire.ts'
import { DOORS, PRODUCT_TOPICS } from './doors.ts'
import { MOVEMENT_WORDS } from './product-words.ts'

interface StockDialogProps {
  variant: DeskVariantJson
  name: string
  onClose: () => void
}

type Kind = StockChange['kind']
const KINDS: readonly (readonly [Kind, string])[] = [
  ['received', 'Received'],
  ['counted', 'Counted'],
  ['correction', 'Correction'],
]
const ASKS: Record<Kind, string> = {
  received: 'Pieces received',
  counted: 'Pieces there are',
  correction: 'Pieces more or less',
}
const HINTS: Record<Kind, string> = {
  received: 'So many are added.',
  counted: 'So many are there in all, those held by buyers too.',
  correction: 'Such as -2 for two that were damaged.',
}

/** Brings, counts or corrects the stock of a variant, above the ledger that says why it is what it is. */
export function StockDialog({ variant, name, onClose }: StockDialogProps) {
  return (
    <Dialog title={`Stock of ${name}`} onClose={onClose}>
      <p>
        <b>{plural(variant.stock.onHand, 'piece')}</b> on hand, {variant.stock.held} held,{' '}
        {variant.stock.left} left to sell.
      </p>
      <ChangeForm variant={variant} />
      <Ledger variantId={variant.id} />
    </Dialog>
  )
}

function ChangeForm({ variant }: { variant: DeskVariantJson }) {
  const [kind, setKind] = useState<Kind>('received')
  const [pieces, setPieces] = useState('')
  const [reason, setReason] = useState('')
  const [key, setKey] = useState(randomId)
  const change = useAct<StockChange>(
    (input) => call('POST', DOORS.movements(variant.id), input, { idempotencyKey: key }),
    {
      says: 'Stock saved.',
      done: () => {
        setPieces('')
        setReason('')
        setKey(randomId())
      },
    },
  )
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        const n = Number(pieces)
        change.mutate(kind === 'counted' ? { kind, onHand: n, reason } : { kind, quantity: n, reason })
      }}
      onChange={() => setKey(randomId())}
    >
      <Tabs
        label="What happened"
        value={kind}
        options={KINDS}
        onChange={(next) => {
          setKind(next)
          setKey(randomId())
        }}
      />
      <Field label={ASKS[kind]} hint={HINTS[kind]}>
        <input
          type="number"
          required
          step={1}
          min={kind === 'received' ? 1 : kind === 'counted' ? 0 : -10_000_000}
          max={10_000_000}
          value={pieces}
          onChange={(event) => setPieces(event.target.value)}
        />
      </Field>
      <Field label="Reason" {...(kind !== 'correction' && { hint: 'May stay empty.' })}>
        <input
          required={kind === 'correction'}
          maxLength={200}
          placeholder={kind === 'received' ? 'Delivery of Friday' : ''}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <div className="dialog-actions">
        <button
          type="submit"
          className="button is-hot"
          disabled={change.isPending || Number.isNaN(Number(pieces))}
        >
          Save
        </button>
      </div>
    </form>
  )
}

interface Ledgered {
  items: MovementJson[]
}

function Ledger({ variantId }: { variantId: string }) {
  const zone = useZone()
  const ledger = useRead<Ledgered>(DOORS.deskMovements(variantId), PRODUCT_TOPICS)
  return (
    <section aria-labelledby="ledger">
      <h3 id="ledger">Ledger</h3>
      <Loaded query={ledger} what="the ledger">
        {({ items }) =>
          items.length === 0 ? (
            <Empty>Nothing has come or gone yet.</Empty>
          ) : (
            <ol className="ledger">
              {items.map(({ id, quantity, kind, reason, orderId, at }) => (
                <li key={id}>
                  <b>{quantity > 0 ? `+${quantity}` : quantity}</b>
                  <span>
                    {MOVEMENT_WORDS[kind]}
                    {reason && `: ${reason}`}
                    {orderId && !reason && ' in an order'}
                    <time dateTime={at}>{dateTime(at, zone)}</time>
                  </span>
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </section>
  )
}
