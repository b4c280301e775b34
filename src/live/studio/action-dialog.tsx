import { useState } from 'react'
import { Dialog } from '../../kit/dialog.tsx'
import { Check, Field } from '../../kit/field.tsx'
import { ZonedTime } from '../../kit/zoned-time.tsx'
import { fromWallClock, toWallClock } from '../../kit/zones.ts'
import type { ActionName, DeskEventDetail, EventAction } from '../wire.ts'

interface ActionDialogProps {
  event: DeskEventDetail
  action: ActionName
  verb: string
  onAct: (action: EventAction) => void
  onClose: () => void
}

const LABEL: Partial<Record<ActionName, string>> = {
  pause: 'What readers are told',
  end: 'Final words on the strip',
  postpone: 'What readers are told',
  cancel: 'What readers are told',
}
const EXAMPLE: Partial<Record<ActionName, string>> = {
  pause: 'Technical difficulties: back in a moment',
  end: 'Harbor City win 7 – 6',
  postpone: 'The ice is not ready',
  cancel: 'The rink is closed tonight',
}
const DAY_MS = 86_400_000

/** Asks for the words that go with an action, and for a new start where it moves the event. */
export function ActionDialog({ event, action, verb, onAct, onClose }: ActionDialogProps) {
  const [words, setWords] = useState(action === 'end' ? event.finalWords : '')
  const [dated, setDated] = useState(true)
  const [wall, setWall] = useState(() => toWallClock(Date.parse(event.startsAt) + DAY_MS, event.zone))
  const moves = action === 'postpone'
  const valid = !moves || !dated || fromWallClock(wall, event.zone) !== null
  const told = words.trim() === '' ? {} : { words: words.trim() }
  const built = moves && dated ? { action, ...told, start: { wall, zone: event.zone } } : { action, ...told }
  return (
    <Dialog title={verb} onClose={onClose}>
      <form
        className="form"
        onSubmit={(submitted) => {
          submitted.preventDefault()
          onAct(built)
        }}
      >
        <Field label={LABEL[action] ?? 'Words'} hint="May stay empty.">
          <input
            maxLength={200}
            placeholder={EXAMPLE[action]}
            value={words}
            onChange={(change) => setWords(change.target.value)}
          />
        </Field>
        {moves && <Check label="The new start is known" checked={dated} onChange={setDated} />}
        {moves && dated && (
          <ZonedTime label="New start" zone={event.zone} value={wall} required onChange={setWall} />
        )}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            Back
          </button>
          <button type="submit" className="button is-hot" disabled={!valid}>
            {verb}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
