import { useState } from 'react'
import { beginsHere, Dialog } from '../../kit/dialog.tsx'
import { Field } from '../../kit/field.tsx'
import type { MatchState } from '../wire.ts'
import { AmendForm } from './amend-form.tsx'
import { ClashDialog } from './clash-dialog.tsx'
import type { DeskView, NewWords, RulingDesk } from './ruling-desk.ts'

/** What is asked before it is told. */
export type Open =
  | { kind: 'sure'; says: string; asks: string; words: NewWords }
  | { kind: 'amend'; factId: string }
  | { kind: 'break-off' }
  | { kind: 'reopen' }

interface ConsoleDialogProps {
  open: Open | null
  desk: RulingDesk
  view: DeskView
  state: MatchState
  onTell: (words: NewWords) => void
  onClose: () => void
}

export function ConsoleDialog({ open, desk, view, state, onTell, onClose }: ConsoleDialogProps) {
  const { question } = view.queue
  if (question) return <ClashDialog question={question} desk={desk} match={view.match} state={state} />
  switch (open?.kind) {
    case undefined:
      return null
    case 'sure':
      return <Sure {...open} onTell={onTell} onClose={onClose} />
    case 'amend':
      return (
        <Dialog title="Change a ruling" onClose={onClose}>
          <AmendForm factId={open.factId} match={view.match} state={state} onTell={onTell} />
        </Dialog>
      )
    case 'break-off':
      return <BreakOff view={view} onTell={onTell} onClose={onClose} />
    case 'reopen':
      return <Reopen onTell={onTell} onClose={onClose} />
  }
}

interface AskProps {
  onTell: (words: NewWords) => void
  onClose: () => void
}

function Sure({
  says,
  asks,
  words,
  onTell,
  onClose,
}: AskProps & { says: string; asks: string; words: NewWords }) {
  return (
    <Dialog title={`${says}?`} onClose={onClose}>
      <p>{asks}</p>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          Back
        </button>
        <button type="button" className="button is-hot" ref={beginsHere} onClick={() => onTell(words)}>
          {says}
        </button>
      </div>
    </Dialog>
  )
}

const VOID = 'void'

function BreakOff({ view: { match }, onTell, onClose }: AskProps & { view: DeskView }) {
  const [who, setWho] = useState('')
  const [reason, setReason] = useState('')
  return (
    <Dialog title="Break the match off" onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          const why = reason.trim()
          onTell(who === VOID ? { kind: 'void', reason: why } : { kind: 'forfeit', side: who, reason: why })
        }}
      >
        <Field label="How it ends" hint="Its event ends with it, and readers are told so.">
          <select required value={who} onChange={(event) => setWho(event.target.value)}>
            <option value="">Choose</option>
            {match.sides.map(({ id, name }) => (
              <option key={id} value={id}>
                {name} forfeit: the other side wins
              </option>
            ))}
            <option value={VOID}>It counts for nothing</option>
          </select>
        </Field>
        <Field label="Reason">
          <input
            maxLength={300}
            required
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            Back
          </button>
          <button type="submit" className="button is-danger" disabled={who === ''}>
            Break it off
          </button>
        </div>
      </form>
    </Dialog>
  )
}

function Reopen({ onTell, onClose }: AskProps) {
  const [reason, setReason] = useState('')
  return (
    <Dialog title="Reopen the match" onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          onTell({ kind: 'reopen', reason: reason.trim() })
        }}
      >
        <p>It goes on where it was. To change one ruling it need not be reopened: change it in the list.</p>
        <Field label="Reason">
          <input
            maxLength={300}
            required
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <div className="dialog-actions">
          <button type="submit" className="button is-hot">
            Reopen
          </button>
        </div>
      </form>
    </Dialog>
  )
}
