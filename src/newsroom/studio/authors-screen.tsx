import { useState } from 'react'
import { PictureField, PictureThumb } from '../../footage/studio/public.ts'
import { call } from '../../kit/call.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { Check, Field } from '../../kit/field.tsx'
import { Page } from '../../kit/page.tsx'
import { randomId } from '../../kit/random-id.ts'
import { useAct } from '../../kit/read.ts'
import { Row } from '../../kit/row.tsx'
import { Empty, Loaded, More } from '../../kit/states.tsx'
import { useStudio } from '../../kit/studio-context.ts'
import type { Author } from '../wire.ts'
import { useAuthors } from './use-tags.ts'

export function AuthorsScreen() {
  const authors = useAuthors()
  const [open, setOpen] = useState<Author | 'new' | null>(null)
  return (
    <Page
      title="Authors"
      actions={
        <button type="button" className="button is-hot" onClick={() => setOpen('new')}>
          New author
        </button>
      }
    >
      <Loaded query={authors} what="authors">
        {(rows) =>
          rows.length === 0 ? (
            <Empty>No authors yet. A story needs a byline to be published.</Empty>
          ) : (
            <ul className="rows">
              {rows.map((author) => (
                <Row
                  key={author.id}
                  lead={author.portrait ? <PictureThumb id={author.portrait} alt="" /> : null}
                  title={author.name}
                  detail={[author.roleTitle, author.path].filter(Boolean).join(' · ')}
                  end={
                    <button
                      type="button"
                      className="button"
                      aria-label={`Edit ${author.name}`}
                      onClick={() => setOpen(author)}
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
      <More {...authors} />
      {open && <AuthorDialog author={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  )
}

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

function AuthorDialog({ author, onClose }: { author: Author | null; onClose: () => void }) {
  const { me } = useStudio()
  const [form, setForm] = useState(author ? formOf(author) : EMPTY)
  const set = (changes: Partial<Form>) => setForm((now) => ({ ...now, ...changes }))
  const save = useAct<void>(
    () =>
      author
        ? call('PUT', `/api/v1/desk/authors/${author.id}`, form, { revision: author.revision })
        : call('POST', '/api/v1/desk/authors', form, { idempotencyKey: randomId() }),
    { says: 'Author saved.', done: onClose },
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
