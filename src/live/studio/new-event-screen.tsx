import { useState } from 'react'
import { call } from '../../kit/call.ts'
import { serverNow } from '../../kit/clock.ts'
import { useGo } from '../../kit/go.tsx'
import { Page } from '../../kit/page.tsx'
import { randomId } from '../../kit/random-id.ts'
import { useAct } from '../../kit/read.ts'
import { useZone } from '../../kit/studio-context.ts'
import type { DeskEventJson } from '../wire.ts'
import { type EventDraft, hasStart, newDraft, toNewEvent } from './event-draft.ts'
import { EventForm } from './event-form.tsx'

export function NewEventScreen() {
  const zone = useZone()
  const go = useGo()
  const [draft, setDraft] = useState(() => newDraft(serverNow(), zone))
  const [key, setKey] = useState(randomId)
  const set = (changes: Partial<EventDraft>) => {
    setDraft((now) => ({ ...now, ...changes }))
    setKey(randomId())
  }
  const create = useAct<void, DeskEventJson>(
    () => call('POST', '/api/v1/events', toNewEvent(draft), { idempotencyKey: key }),
    { says: 'Event made.', done: ({ id }) => go(`/events/${id}`) },
  )
  return (
    <Page title="New event" narrow>
      <form
        className="panel form"
        onSubmit={(event) => {
          event.preventDefault()
          create.mutate()
        }}
      >
        <EventForm draft={draft} set={set} isNew />
        <div className="form-actions">
          <button type="submit" className="button is-hot" disabled={create.isPending || !hasStart(draft)}>
            Make event
          </button>
        </div>
      </form>
    </Page>
  )
}
