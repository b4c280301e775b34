import { useState } from 'react'
import { call } from '../../kit/call.ts'
import { useNow } from '../../kit/clock.ts'
import { useConfirm } from '../../kit/use-confirm.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { Field } from '../../kit/field.tsx'
import { useGoOn } from '../../kit/go.tsx'
import { randomId } from '../../kit/random-id.ts'
import { useAct } from '../../kit/read.ts'
import { Badge } from '../../kit/row.tsx'
import { useMay, useZone } from '../../kit/studio-context.ts'
import { countdown, dateTime } from '../../kit/time.ts'
import type { PublishRequest, Story } from '../wire.ts'
import { isDirty } from './autosave.ts'
import { ScheduleDialog } from './schedule-dialog.tsx'
import { Notices, useNotices } from './notices.tsx'
import type { Autosaving } from './use-autosave.ts'

interface PublishPanelProps {
  story: Story
  saving: Autosaving
}

type Asking = 'schedule' | 'correct' | null

export function PublishPanel({ story, saving }: PublishPanelProps) {
  const mayPublish = useMay('story.publish')
  const [asking, setAsking] = useState<Asking>(null)
  const path = `/api/v1/desk/stories/${story.id}`
  const publish = usePublish(story, saving)
  const notices = useNotices(story.id)
  const confirm = useConfirm()
  const send = async (request: PublishRequest) => {
    const sure = notices.length === 0 || (await confirm(IN_SPITE))
    if (sure) publish.mutate(request)
  }
  const reschedule = useAct<PublishRequest['when'], Story>(
    async (when) => call('POST', `${path}/reschedule`, { when }, { revision: await saving.flush() }),
    { says: 'Moved.' },
  )
  const isPublic = story.state === 'published'
  const changed =
    isDirty(saving.state) || (story.published !== null && story.published.revision < story.revision)
  const verb = isPublic ? 'Publish the changes' : 'Publish now'
  return (
    <section className="panel" aria-label="Publishing">
      <Standing story={story} changed={changed} />
      <Notices notices={notices} />
      {mayPublish ? (
        <div className="form-actions">
          {(!isPublic || changed) && (
            <button
              type="button"
              className="button is-hot"
              disabled={publish.isPending}
              onClick={() => void send({})}
            >
              {verb}
            </button>
          )}
          {isPublic ? (
            <button type="button" className="button" onClick={() => setAsking('correct')}>
              Correct with a note
            </button>
          ) : (
            <button type="button" className="button" onClick={() => setAsking('schedule')}>
              {story.state === 'scheduled' ? 'Another time' : 'Schedule'}
            </button>
          )}
          <Unpublish story={story} path={path} />
        </div>
      ) : (
        <p className="mute">An editor publishes it.</p>
      )}
      <Links story={story} saving={saving} />
      {asking === 'schedule' && (
        <ScheduleDialog
          at={story.published?.publishedAt ?? null}
          onClose={() => setAsking(null)}
          onChoose={(when) => {
            setAsking(null)
            if (story.state === 'scheduled' && !changed) reschedule.mutate(when)
            else void send({ when })
          }}
        />
      )}
      {asking === 'correct' && (
        <CorrectDialog
          onClose={() => setAsking(null)}
          onCorrect={(correction) => {
            setAsking(null)
            void send({ correction })
          }}
        />
      )}
    </section>
  )
}

const IN_SPITE = {
  title: 'Publish it as it is?',
  words:
    'A quote is not what the transcript says at its moment. Readers who press it will hear the difference.',
  yes: 'Publish',
}

/** Sends what stands on the screen first, then publishes exactly that. */
function usePublish(story: Story, saving: Autosaving) {
  const path = `/api/v1/desk/stories/${story.id}`
  const unpublish = useAct<void>(
    () => call('POST', `${path}/unpublish`, undefined, { idempotencyKey: randomId() }),
    {
      says: 'Taken back.',
    },
  )
  return useAct<PublishRequest, Story>(
    async (request) =>
      call('POST', `${path}/publish`, request, {
        revision: await saving.flush(),
        idempotencyKey: randomId(),
      }),
    {
      says: (_, { when, correction }) =>
        when
          ? 'Scheduled.'
          : correction
            ? 'Corrected on every open page.'
            : 'Published. It is on every open page.',
      undo: () => (story.state === 'draft' ? { act: () => unpublish.mutate() } : undefined),
    },
  )
}

function Standing({ story, changed }: { story: Story; changed: boolean }) {
  const now = useNow()
  const zone = useZone()
  const at = story.published?.publishedAt
  switch (story.state) {
    case 'draft':
      return <Badge>Draft</Badge>
    case 'withdrawn':
      return <Badge>Withdrawn: its address answers “gone”</Badge>
    case 'scheduled':
      return (
        <p>
          <Badge tone="ink">Scheduled</Badge> {at && dateTime(at, zone)}{' '}
          {at && <span className="countdown">in {countdown(Date.parse(at) - now)}</span>}
        </p>
      )
    case 'published':
      return (
        <p>
          <Badge tone="ink">Published</Badge> {at && dateTime(at, zone)}
          {changed ? '. Readers do not see your changes yet.' : ''}
        </p>
      )
  }
}

function Unpublish({ story, path }: { story: Story; path: string }) {
  const confirm = useConfirm()
  const go = useGoOn()
  const isOut = story.state === 'published' || story.state === 'scheduled'
  const takeBack = useAct<void>(
    () =>
      isOut
        ? call('POST', `${path}/unpublish`, undefined, { idempotencyKey: randomId() })
        : call('DELETE', path, undefined, { revision: story.revision }),
    { says: isOut ? 'Taken back.' : 'Deleted.', done: () => !isOut && go('/stories', true) },
  )
  const ask = async () => {
    const sure = await confirm(
      isOut
        ? {
            title: story.state === 'published' ? 'Unpublish this story?' : 'Unschedule this story?',
            words:
              story.state === 'published'
                ? 'It goes from every page now, and its address answers that it is gone. You can publish it again.'
                : 'It becomes a draft again.',
            yes: story.state === 'published' ? 'Unpublish' : 'Unschedule',
            danger: true,
          }
        : { title: 'Delete this story?', words: 'It is deleted for good.', yes: 'Delete', danger: true },
    )
    if (sure) takeBack.mutate()
  }
  if (story.state === 'withdrawn') return null
  return (
    <button type="button" className="button is-danger" onClick={() => void ask()}>
      {story.state === 'published' ? 'Unpublish' : story.state === 'scheduled' ? 'Unschedule' : 'Delete'}
    </button>
  )
}

function Links({ story, saving }: PublishPanelProps) {
  const preview = useAct<void, number>(saving.flush, {
    done: () => void window.open(`/studio/preview/stories/${story.id}`, `preview-${story.id}`),
  })
  return (
    <p className="form-actions">
      <button type="button" className="button is-plain" onClick={() => preview.mutate()}>
        Preview
      </button>
      {story.state === 'published' && story.published && (
        <a className="button is-plain" href={story.published.path} target="_blank" rel="noreferrer">
          See it on the site
        </a>
      )}
    </p>
  )
}

function CorrectDialog({ onCorrect, onClose }: { onCorrect: (note: string) => void; onClose: () => void }) {
  const [note, setNote] = useState('')
  return (
    <Dialog title="Correct" onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          onCorrect(note.trim())
        }}
      >
        <Field
          label="What was wrong, and what is right"
          hint="It is published below the story, with your changes."
        >
          <textarea
            required
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Field>
        <div className="dialog-actions">
          <button type="submit" className="button is-hot" disabled={note.trim() === ''}>
            Publish the correction
          </button>
        </div>
      </form>
    </Dialog>
  )
}
