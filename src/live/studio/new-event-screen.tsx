import { call } from '../../kit/call.ts'
import { serverNow } from '../../kit/clock.ts'
import { DraftForm } from '../../kit/draft-form.tsx'
import { Page } from '../../kit/page.tsx'
import { useAct } from '../../kit/read.ts'
import { useZone } from '../../kit/studio-context.ts'
import { useNewDraft } from '../../kit/use-draft.ts'
import type { DeskEventJson } from '../wire.ts'
import { newDraft, problemOf, toNewEvent } from './event-draft.ts'
import { EventForm } from './event-form.tsx'

export function NewEventScreen() {
  const zone = useZone()
  const draft = useNewDraft(() => newDraft(serverNow(), zone))
  const create = useAct<void, DeskEventJson>(
    () => call('POST', '/api/v1/events', toNewEvent(draft.value), { idempotencyKey: draft.key }),
    { says: 'Event made.', done: ({ id }) => draft.made(`/events/${id}`) },
  )
  return (
    <Page title="New event" narrow>
      <DraftForm
        what="event"
        draft={draft}
        onSave={() => create.mutate()}
        saving={create.isPending}
        verb="Make event"
        problem={problemOf(draft.value)}
      >
        <EventForm draft={draft.value} set={draft.set} isNew />
      </DraftForm>
    </Page>
  )
}
