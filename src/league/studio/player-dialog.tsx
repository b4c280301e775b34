import { useState } from 'react'
import { call, withQuery } from '../../kit/call.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { Field } from '../../kit/field.tsx'
import { useAct, useList } from '../../kit/read.ts'
import type { PlayerJson } from '../wire.ts'
import { DOORS } from './doors.ts'

export function PlayerDialog({
  id,
  name: before,
  onClose,
}: {
  id: string
  name: string
  onClose: () => void
}) {
  const [name, setName] = useState(before)
  // A roster does not carry its players' revisions.
  const found = useList<PlayerJson>(withQuery(DOORS.deskPlayers, { q: before, limit: 100 }), ['desk:league'])
  const player = found.data?.find((each) => each.id === id)
  const save = useAct<void>(
    () => call('PATCH', DOORS.player(id), { name: name.trim() }, { revision: player?.revision }),
    { says: 'Player saved.', done: onClose },
  )
  return (
    <Dialog title="Player" onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <Field label="Name" hint="It changes in every season and every match.">
          <input required maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <div className="dialog-actions">
          <button type="submit" className="button is-hot" disabled={!player || save.isPending}>
            Save
          </button>
        </div>
      </form>
    </Dialog>
  )
}
