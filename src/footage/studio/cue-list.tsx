import { memo, useEffect, useRef, useState } from 'react'
import { Check, Field } from '../../kit/field.tsx'
import type { Cue } from '../wire.ts'
import { clockOf } from './media-time.ts'
import type { Playhead } from './playhead.ts'
import { useAtTime } from './use-playhead.ts'
import { cueAt } from './words-of-cues.ts'

type SaveCue = (id: string, change: Pick<Cue, 'speaker' | 'text'>, renameAll: boolean) => Promise<void>

interface CueListProps {
  cues: readonly Cue[]
  /** Whether what is being said is kept in view. */
  follows: boolean
  playhead: Playhead
  saving: boolean
  onSave: SaveCue
}

export function CueList({ cues, follows, playhead, saving, onSave }: CueListProps) {
  const list = useRef<HTMLOListElement>(null)
  const [editing, setEditing] = useState<string | null>(null)
  const now = useAtTime(playhead, (ms) => cueAt(cues, ms))
  useEffect(() => {
    if (follows && editing === null) bringIntoView(list.current, now)
  }, [now, follows, editing])
  return (
    <ol className="cue-list" ref={list}>
      {cues.map((cue, i) =>
        cue.id === editing ? (
          <CueForm
            key={cue.id}
            cue={cue}
            saving={saving}
            onClose={() => setEditing(null)}
            onSave={async (change, renameAll) => {
              await onSave(cue.id, change, renameAll)
              setEditing(null)
            }}
          />
        ) : (
          <CueRow key={cue.id} cue={cue} isNow={i === now} playhead={playhead} onEdit={setEditing} />
        ),
      )}
    </ol>
  )
}

/** Scrolls the list alone, never the page under somebody's hands. */
function bringIntoView(list: HTMLElement | null, index: number): void {
  const row = list?.children[index]
  if (!list || !(row instanceof HTMLElement)) return
  const top = row.offsetTop - list.offsetTop
  if (top < list.scrollTop || top + row.offsetHeight > list.scrollTop + list.clientHeight)
    list.scrollTo({ top: top - list.clientHeight / 3 })
}

interface CueRowProps {
  cue: Cue
  isNow: boolean
  playhead: Playhead
  onEdit: (id: string) => void
}

/** Of thousands of rows, only those that change are drawn again. */
const CueRow = memo(function CueRow({ cue, isNow, playhead, onEdit }: CueRowProps) {
  return (
    <li className={isNow ? 'cue is-now' : 'cue'}>
      <button type="button" className="cue-seek" onClick={() => playhead.seek(cue.fromMs)}>
        <span className="cue-time figures">{clockOf(cue.fromMs)}</span>
        <span>
          {cue.speaker !== '' && <b>{cue.speaker} </b>}
          {cue.text}
        </span>
      </button>
      <button
        type="button"
        className="button is-plain"
        aria-label={`Edit the words at ${clockOf(cue.fromMs)}`}
        onClick={() => onEdit(cue.id)}
      >
        Edit
      </button>
    </li>
  )
})

interface CueFormProps {
  cue: Cue
  saving: boolean
  onSave: (change: Pick<Cue, 'speaker' | 'text'>, renameAll: boolean) => Promise<void>
  onClose: () => void
}

function CueForm({ cue, saving, onSave, onClose }: CueFormProps) {
  const [speaker, setSpeaker] = useState(cue.speaker)
  const [text, setText] = useState(cue.text)
  const [renameAll, setRenameAll] = useState(false)
  const renamed = cue.speaker !== '' && speaker.trim() !== cue.speaker
  return (
    <li className="cue is-open">
      <form
        className="form"
        aria-label={`The words at ${clockOf(cue.fromMs)}`}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
        }}
        onSubmit={(event) => {
          event.preventDefault()
          // What goes wrong is said by a toast; the form stays open with what was typed.
          onSave({ speaker: speaker.trim(), text: text.trim() }, renamed && renameAll).catch(() => undefined)
        }}
      >
        <Field label="Who speaks">
          <input value={speaker} maxLength={200} onChange={(event) => setSpeaker(event.target.value)} />
        </Field>
        {renamed && (
          <Check
            label={`Everywhere, in place of “${cue.speaker}”`}
            checked={renameAll}
            onChange={setRenameAll}
          />
        )}
        <Field label={`What is said at ${clockOf(cue.fromMs)}`}>
          <textarea
            autoFocus
            value={text}
            maxLength={2000}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        <div className="form-actions">
          <button type="submit" className="button is-hot" disabled={saving}>
            Save
          </button>
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </li>
  )
}
