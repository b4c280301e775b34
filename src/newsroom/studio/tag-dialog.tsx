import { useState } from 'react'
import { call } from '../../kit/call.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { Field } from '../../kit/field.tsx'
import { randomId } from '../../kit/random-id.ts'
import { useAct } from '../../kit/read.ts'
import type { Tag } from '../wire.ts'

interface TagDialogProps {
  /** `null`: a new one. */
  tag: Tag | null
  onSaved?: (tag: Tag) => void
  onClose: () => void
}

export function TagDialog({ tag, onSaved, onClose }: TagDialogProps) {
  const [name, setName] = useState(tag?.name ?? '')
  const [slug, setSlug] = useState(tag?.slug ?? '')
  const [description, setDescription] = useState(tag?.description ?? '')
  const [key] = useState(randomId)
  const body = { name, slug, description }
  const save = useAct<void, Tag>(
    () =>
      tag
        ? call<Tag>('PUT', `/api/v1/desk/tags/${tag.id}`, body, { revision: tag.revision })
        : call<Tag>('POST', '/api/v1/desk/tags', body, { idempotencyKey: `${key}${name}` }),
    {
      says: 'Tag saved.',
      done: (saved) => {
        onSaved?.(saved)
        onClose()
      },
    },
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
