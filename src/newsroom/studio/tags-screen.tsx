import { useState } from 'react'
import { call } from '../../kit/call.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { Field } from '../../kit/field.tsx'
import { Page } from '../../kit/page.tsx'
import { randomId } from '../../kit/random-id.ts'
import { useAct } from '../../kit/read.ts'
import { Row } from '../../kit/row.tsx'
import { Empty, Loaded, More } from '../../kit/states.tsx'
import type { Tag } from '../wire.ts'
import { useTags } from './use-tags.ts'

export function TagsScreen() {
  const tags = useTags()
  const [open, setOpen] = useState<Tag | 'new' | null>(null)
  return (
    <Page
      title="Tags"
      actions={
        <button type="button" className="button is-hot" onClick={() => setOpen('new')}>
          New tag
        </button>
      }
    >
      <Loaded query={tags} what="tags">
        {(rows) =>
          rows.length === 0 ? (
            <Empty>No tags yet. Stories are filed under tags.</Empty>
          ) : (
            <ul className="rows">
              {rows.map((tag) => (
                <Row
                  key={tag.id}
                  title={tag.name}
                  detail={[tag.path, tag.description].filter(Boolean).join(' · ')}
                  end={
                    <button
                      type="button"
                      className="button"
                      aria-label={`Edit ${tag.name}`}
                      onClick={() => setOpen(tag)}
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
      <More {...tags} />
      {open && <TagDialog tag={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  )
}

function TagDialog({ tag, onClose }: { tag: Tag | null; onClose: () => void }) {
  const [name, setName] = useState(tag?.name ?? '')
  const [slug, setSlug] = useState(tag?.slug ?? '')
  const [description, setDescription] = useState(tag?.description ?? '')
  const [key] = useState(randomId)
  const body = { name, slug, description }
  const save = useAct<void>(
    () =>
      tag
        ? call('PUT', `/api/v1/desk/tags/${tag.id}`, body, { revision: tag.revision })
        : call('POST', '/api/v1/desk/tags', body, { idempotencyKey: `${key}${name}` }),
    { says: 'Tag saved.', done: onClose },
  )
  return (
    <Dialog title={tag ? 'Tag' : 'New tag'} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <Field label="Name">
          <input required maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label="Description">
          <textarea
            maxLength={500}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        </Field>
        <Field
          label="Address"
          hint="/tags/…; made from the name when it is left empty. Its old address leads on."
        >
          <input
            pattern="[a-z0-9]+(-[a-z0-9]+)*"
            title="Small letters, digits and single hyphens"
            maxLength={100}
            value={slug}
            onChange={(event) => setSlug(event.target.value)}
          />
        </Field>
        <div className="dialog-actions">
          <button type="submit" className="button is-hot" disabled={save.isPending}>
            Save
          </button>
        </div>
      </form>
    </Dialog>
  )
}
