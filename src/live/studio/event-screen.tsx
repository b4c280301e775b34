import { call } from '../../kit/call.ts'
import { useConfirm } from '../../kit/use-confirm.ts'
import { DraftForm } from '../../kit/draft-form.tsx'
import { useGoOn } from '../../kit/go.tsx'
import { Page } from '../../kit/page.tsx'
import { useAct, useRead } from '../../kit/read.ts'
import type { ScreenProps } from '../../kit/screen.ts'
import { Loaded } from '../../kit/states.tsx'
import { useMay } from '../../kit/studio-context.ts'
import { useDraft } from '../../kit/use-draft.ts'
import type { DeskEventDetail, EventChange } from '../wire.ts'
import { draftOf, problemOf, toChange } from './event-draft.ts'
import { EventForm } from './event-form.tsx'
import { Phases } from './events-screen.tsx'
import { Facts } from './facts.tsx'
import { RunPanel } from './run-panel.tsx'

export function EventScreen({ params }: ScreenProps) {
  const id = params['id'] ?? ''
  const event = useRead<DeskEventDetail>(`/api/v1/desk/events/${id}`, ['desk:events', `event:${id}`])
  return (
    <Loaded query={event} what="the event">
      {(data) => (
        <Page
          title={data.title}
          beside={<Phases event={data} />}
          actions={
            !data.draft && (
              <a className="button" href={data.path} target="_blank" rel="noreferrer">
                See its page
              </a>
            )
          }
        >
          <div className="columns">
            <EditForm event={data} />
            <div>
              <RunPanel event={data} />
              <Facts facts={data.facts} />
            </div>
          </div>
        </Page>
      )}
    </Loaded>
  )
}

function EditForm({ event }: { event: DeskEventDetail }) {
  const mayManage = useMay('event.manage')
  const draft = useDraft(draftOf(event), event.revision)
  const path = `/api/v1/events/${event.id}`
  const save = useAct<EventChange, { revision: number }>(
    (changes) => call('PATCH', path, changes, { revision: draft.revision }),
    { says: 'Event saved.', done: ({ revision }) => draft.accept(revision) },
  )
  return (
    <DraftForm
      what="event"
      draft={draft}
      onSave={() => save.mutate(toChange(draft.value, event))}
      saving={save.isPending}
      problem={problemOf(draft.value)}
      mayChange={mayManage}
      beside={<Delete event={event} path={path} />}
    >
      <EventForm draft={draft.value} set={draft.set} />
    </DraftForm>
  )
}

/** Only what the strip has not told of yet can be deleted; what it has told of is cancelled. */
function Delete({ event, path }: { event: DeskEventDetail; path: string }) {
  const confirm = useConfirm()
  const go = useGoOn()
  const remove = useAct<void>(() => call('DELETE', path, undefined, { revision: event.revision }), {
    says: 'Event deleted.',
    done: () => go('/events'),
  })
  const ask = async () => {
    const words =
      'It is deleted for good, and its page is gone. An event that the strip has told of is cancelled instead.'
    if (await confirm({ title: 'Delete this event?', words, yes: 'Delete', danger: true })) remove.mutate()
  }
  return (
    <button type="button" className="button is-danger" onClick={() => void ask()}>
      Delete
    </button>
  )
}
