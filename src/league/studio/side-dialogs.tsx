import { useState } from 'react'
import { call } from '../../kit/call.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { Check, Field } from '../../kit/field.tsx'
import { randomId } from '../../kit/random-id.ts'
import { useAct, useList } from '../../kit/read.ts'
import type { DeskSeasonJson, SideJson } from '../wire.ts'
import { DOORS } from './doors.ts'

interface SideDraft {
  name: string
  short: string
  colour: string | null
}

const FIRST_COLOUR = '#ff5a1f'
const LETTERS = 3

/** "Night Owls" are NO, "Harbor City" HC, "Tugs" TUG. */
export function shortOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const letters = words.length > 1 ? words.map((word) => word[0]).join('') : (words[0] ?? '')
  return letters.slice(0, LETTERS).toUpperCase()
}

function SideFields({ draft, set }: { draft: SideDraft; set: (changes: Partial<SideDraft>) => void }) {
  return (
    <>
      <Field label="Name">
        <input
          required
          maxLength={60}
          placeholder="Night Owls"
          value={draft.name}
          onChange={(event) => set({ name: event.target.value })}
        />
      </Field>
      <Field label="Letters" hint="Two to four, for the strip and the overlay.">
        <input
          required
          maxLength={4}
          value={draft.short}
          onChange={(event) => set({ short: event.target.value.toUpperCase() })}
        />
      </Field>
      <Check
        label="It has a colour of its own"
        checked={draft.colour !== null}
        onChange={(on) => set({ colour: on ? FIRST_COLOUR : null })}
      />
      {draft.colour !== null && (
        <Field label="Colour">
          <input
            type="color"
            value={draft.colour}
            onChange={(event) => set({ colour: event.target.value })}
          />
        </Field>
      )}
    </>
  )
}

/** A new one, or one that the league knows from another season. */
export function AddSideDialog({ season, onClose }: { season: DeskSeasonJson; onClose: () => void }) {
  const all = useList<SideJson>(DOORS.deskSides, ['desk:league'])
  const others = (all.data ?? []).filter(({ id }) => !season.sides.some((side) => side.id === id))
  const [chosen, setChosen] = useState('')
  const [typed, setTyped] = useState(false)
  const [draft, setDraft] = useState<SideDraft>({ name: '', short: '', colour: null })
  const set = (changes: Partial<SideDraft>) => {
    if (changes.short !== undefined) setTyped(true)
    const derived = changes.name !== undefined && !typed ? { short: shortOf(changes.name) } : {}
    setDraft((now) => ({ ...now, ...changes, ...derived }))
  }
  const add = useAct<void>(
    async () => {
      const side =
        chosen === ''
          ? (await call<SideJson>('POST', DOORS.sides, draft, { idempotencyKey: randomId() })).id
          : chosen
      await call('PUT', DOORS.roster(season.id, side), { players: [] })
    },
    { says: 'Side added.', done: onClose },
  )
  return (
    <Dialog title="Add a side" onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          add.mutate()
        }}
      >
        {others.length > 0 && (
          <Field label="Which">
            <select value={chosen} onChange={(event) => setChosen(event.target.value)}>
              <option value="">A new one</option>
              {others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </Field>
        )}
        {chosen === '' && <SideFields draft={draft} set={set} />}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="button is-hot" disabled={add.isPending}>
            Add side
          </button>
        </div>
      </form>
    </Dialog>
  )
}

export function SideDialog({ side, onClose }: { side: SideJson; onClose: () => void }) {
  const [draft, setDraft] = useState<SideDraft>({ name: side.name, short: side.short, colour: side.colour })
  const save = useAct<void>(() => call('PATCH', DOORS.side(side.id), draft, { revision: side.revision }), {
    says: 'Side saved.',
    done: onClose,
  })
  return (
    <Dialog title={side.name} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <SideFields draft={draft} set={(changes) => setDraft((now) => ({ ...now, ...changes }))} />
        <p className="mute">It changes in every season that the side plays in.</p>
        <div className="dialog-actions">
          <button type="submit" className="button is-hot" disabled={save.isPending}>
            Save
          </button>
        </div>
      </form>
    </Dialog>
  )
}
