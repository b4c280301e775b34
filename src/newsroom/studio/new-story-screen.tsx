import { useState } from 'react'
import { call } from '../../kit/call.ts'
import { Choice, Field } from '../../kit/field.tsx'
import { useGoOn } from '../../kit/go.tsx'
import { Page } from '../../kit/page.tsx'
import { useAct } from '../../kit/read.ts'
import { useStudio } from '../../kit/studio-context.ts'
import type { Kind, Story } from '../wire.ts'
import { KIND_CHOICES } from './kinds.ts'
import { useAuthors } from './use-tags.ts'

export function NewStoryScreen() {
  const go = useGoOn()
  const { me } = useStudio()
  const authors = useAuthors()
  const [headline, setHeadline] = useState('')
  const [kind, setKind] = useState<Kind>('news')
  const mine = authors.data?.find(({ personId }) => personId === me.id)
  const create = useAct<void, Story>(
    () => call('POST', '/api/v1/desk/stories', { headline, kind, ...(mine && { authors: [mine.id] }) }),
    { done: ({ id }) => go(`/stories/${id}`, true) },
  )
  return (
    <Page title="New story" narrow>
      <form
        className="panel form"
        onSubmit={(event) => {
          event.preventDefault()
          create.mutate()
        }}
      >
        <Field label="Headline" hint="You can change it at any time, also after it is published.">
          <input
            className="headline-input"
            autoFocus
            maxLength={200}
            value={headline}
            onChange={(event) => setHeadline(event.target.value)}
          />
        </Field>
        <Choice label="Kind" value={kind} options={KIND_CHOICES} onChange={setKind} />
        <div className="form-actions">
          <button type="submit" className="button is-hot" disabled={create.isPending}>
            Start writing
          </button>
        </div>
      </form>
    </Page>
  )
}
