import { useState } from 'react'
import { PictureField } from '../../footage/studio/public.ts'
import { call } from '../../kit/call.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { Check, Field } from '../../kit/field.tsx'
import { randomId } from '../../kit/random-id.ts'
import { useAct } from '../../kit/read.ts'
import { useStudio } from '../../kit/studio-context.ts'
import type { Author } from '../wire.ts'

type Form = Omit<Author, 'id' | 'revision' | 'path'>
const EMPTY: Form = { slug: '', name: '', roleTitle: '', bio: '', portrait: null, personId: null }
const formOf = ({ slug, name, roleTitle, bio, portrait, personId }: Author): Form => ({
  slug,
  name,
  roleTitle,
  bio,
  portrait,
  personId,
})

interface AuthorDialogProps {
  /** `null`: a new one. */
  author: Author | null
  onSaved?: (author: Author) => void
  onClose: () => void
}

export function AuthorDialog({ author, onSaved, onClose }: AuthorDialogProps) {
  const { me } = useStudio()
  const [form, setForm] = useState(author ? formOf(author) : EMPTY)
  const [key] = useState(randomId)
  const set = (changes: Partial<Form>) => setForm((now) => ({ ...now, ...changes }))
  const save = useAct<void, Author>(
    () =>
      author
        ? call<Author>('PUT', `/api/v1/desk/authors/${author.id}`, form, { revision: author.revision })
        : call<Author>('POST', '/api/v1/desk/authors', form, { idempotencyKey: `${key}${form.name}` }),
    {
      says: 'Author saved.',
      done: (saved) => {
        onSaved?.(saved)
        onClose()
      },
    },
  )
  return (
    <Dialog title={author ? 'Author' : 'New author'} size="large" onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <div className="form-row">
          <Field label="Name">
            <input
              required
              maxLength={120}
              value={form.name}
              onChange={(event) => set({ name: event.target.value })}
            />
          </Field>
          <Field label="What they do here">
            <input
              maxLength={120}
              value={form.roleTitle}
              onChange={(event) => set({ roleTitle: event.target.value })}
            />
          </Field>
        </div>
        <Field label="About them">
          <textarea
            maxLength={2000}
            value={form.bio}
            onChange={(event) => set({ bio: event.target.value })}
          />
        </Field>
        <div className="form-row">
          <PictureField label="Portrait" value={form.portrait} onChange={(portrait) => set({ portrait })} />
          <Field label="Address" hint="/authors/…; made from the name when it is left empty.">
            <input
              pattern="[a-z0-9]+(-[a-z0-9]+)*"
              title="Small letters, digits and single hyphens"
              maxLength={100}
              value={form.slug}
              onChange={(event) => set({ slug: event.target.value })}
            />
          </Field>
        </div>
        <Check
          label="This is me: put this byline on the stories that I begin"
          checked={form.personId === me.id}
          onChange={(mine) => set({ personId: mine ? me.id : null })}
        />
        <div className="dialog-actions">
          <button type="submit" className="button is-hot" disabled={save.isPending}>
            Save
          </button>
        </div>
      </form>
    </Dialog>
  )
}
