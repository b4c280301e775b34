import { useState } from 'react'
import { call } from '../../kit/call.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { Field } from '../../kit/field.tsx'
import { Page } from '../../kit/page.tsx'
import { randomId } from '../../kit/random-id.ts'
import { useAct, useList } from '../../kit/read.ts'
import { Row } from '../../kit/row.tsx'
import { Empty, Loaded } from '../../kit/states.tsx'
import type { ShowJson } from '../wire.ts'

export function ShowsScreen() {
  const shows = useList<ShowJson>('/api/v1/shows', ['events', 'desk:events'])
  const [open, setOpen] = useState<ShowJson | 'new' | null>(null)
  return (
    <Page
      title="Shows"
      actions={
        <button type="button" className="button is-hot" onClick={() => setOpen('new')}>
          New show
        </button>
      }
    >
      <Loaded query={shows} what="shows">
        {(rows) =>
          rows.length === 0 ? (
            <Empty>No shows yet. A show is what several events are of.</Empty>
          ) : (
            <ul className="rows">
              {rows.map((show) => (
                <Row
                  key={show.id}
                  title={show.title}
                  detail={show.description}
                  end={
                    <button
                      type="button"
                      className="button"
                      aria-label={`Edit ${show.title}`}
                      onClick={() => setOpen(show)}
                    >
                      Edit
                    </button>
                  }
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      {open && <ShowDialog show={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  )
}

function ShowDialog({ show, onClose }: { show: ShowJson | null; onClose: () => void }) {
  const [title, setTitle] = useState(show?.title ?? '')
  const [description, setDescription] = useState(show?.description ?? '')
  const save = useAct<void>(
    () =>
      show
        ? call('PATCH', `/api/v1/shows/${show.id}`, { title, description }, { revision: show.revision })
        : call('POST', '/api/v1/shows', { title, description }, { idempotencyKey: randomId() }),
    { says: 'Show saved.', done: onClose },
  )
  return (
    <Dialog title={show ? 'Show' : 'New show'} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <Field label="Title">
          <input required maxLength={120} value={title} onChange={(event) => setTitle(event.target.value)} />
        </Field>
        <Field label="Description">
          <textarea
            maxLength={2000}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        </Field>
        <button type="submit" className="button is-hot" disabled={save.isPending}>
          Save
        </button>
      </form>
    </Dialog>
  )
}
