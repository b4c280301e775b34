import { call } from '../../kit/call.ts'
import { useConfirm } from '../../kit/use-confirm.ts'
import { DraftForm } from '../../kit/draft-form.tsx'
import { Check, Field } from '../../kit/field.tsx'
import { useGoOn } from '../../kit/go.tsx'
import { Page } from '../../kit/page.tsx'
import { useAct, useRead } from '../../kit/read.ts'
import type { ScreenProps } from '../../kit/screen.ts'
import { Loaded } from '../../kit/states.tsx'
import { useDraft, useNewDraft } from '../../kit/use-draft.ts'
import { type Document, DocumentEditor } from '../../newsroom/studio/public.ts'
import type { StaticPage } from './wire-types.ts'

type PageDraft = Omit<StaticPage, 'id' | 'revision' | 'path' | 'updatedAt'>

const EMPTY: PageDraft = {
  slug: '',
  title: '',
  description: '',
  document: { schema: 1, blocks: [] },
  published: true,
}

const draftOf = ({ slug, title, description, document, published }: StaticPage): PageDraft => ({
  slug,
  title,
  description,
  document,
  published,
})

export function PageScreen({ params }: ScreenProps) {
  const id = params['id'] ?? ''
  const isNew = id === 'new'
  const page = useRead<StaticPage>(isNew ? null : `/api/v1/pages/${id}`, ['desk:pages', 'page:*'])
  if (isNew) return <NewPage />
  return (
    <Loaded query={page} what="the page">
      {(data) => <EditPage page={data} />}
    </Loaded>
  )
}

function NewPage() {
  const draft = useNewDraft(() => EMPTY)
  const create = useAct<void, StaticPage>(
    () => call('POST', '/api/v1/pages', draft.value, { idempotencyKey: draft.key }),
    { says: 'Page made.', done: ({ id }) => draft.made(`/pages/${id}`) },
  )
  return (
    <Page title="New page">
      <DraftForm
        what="page"
        draft={draft}
        onSave={() => create.mutate()}
        saving={create.isPending}
        verb="Make page"
      >
        <PageFields draft={draft.value} set={draft.set} />
      </DraftForm>
    </Page>
  )
}

function EditPage({ page }: { page: StaticPage }) {
  const draft = useDraft(draftOf(page), page.revision)
  const path = `/api/v1/pages/${page.id}`
  const confirm = useConfirm()
  const go = useGoOn()
  const save = useAct<void, StaticPage>(() => call('PUT', path, draft.value, { revision: draft.revision }), {
    says: 'Page saved.',
    done: ({ revision }) => draft.accept(revision),
  })
  const remove = useAct<void>(() => call('DELETE', path), { says: 'Page deleted.', done: () => go('/pages') })
  const ask = async () => {
    const words = 'Its address answers that it is gone.'
    if (await confirm({ title: 'Delete this page?', words, yes: 'Delete', danger: true })) remove.mutate()
  }
  return (
    <Page
      title={page.title}
      actions={
        <>
          <a className="button" href={page.path} target="_blank" rel="noreferrer">
            See it
          </a>
          <button type="button" className="button is-danger" onClick={() => void ask()}>
            Delete
          </button>
        </>
      }
    >
      <DraftForm what="page" draft={draft} onSave={() => save.mutate()} saving={save.isPending}>
        <PageFields draft={draft.value} set={draft.set} />
      </DraftForm>
    </Page>
  )
}

interface PageFieldsProps {
  draft: PageDraft
  set: (changes: Partial<PageDraft>) => void
}

function PageFields({ draft, set }: PageFieldsProps) {
  return (
    <>
      <div className="form-row">
        <Field label="Title">
          <input
            required
            maxLength={120}
            value={draft.title}
            onChange={(event) => set({ title: event.target.value })}
          />
        </Field>
        <Field label="Address" hint="One word after the slash, such as about.">
          <input
            required
            maxLength={60}
            pattern="[a-z0-9]+(-[a-z0-9]+)*"
            title="Small letters, digits and single hyphens"
            value={draft.slug}
            onChange={(event) => set({ slug: event.target.value })}
          />
        </Field>
      </div>
      <Field label="Description" hint="For search engines and shared links.">
        <input
          maxLength={300}
          value={draft.description}
          onChange={(event) => set({ description: event.target.value })}
        />
      </Field>
      <DocumentEditor
        label="The page’s words"
        value={draft.document as Document}
        onChange={(document) => set({ document })}
      />
      <Check label="Public" checked={draft.published} onChange={(published) => set({ published })} />
    </>
  )
}
