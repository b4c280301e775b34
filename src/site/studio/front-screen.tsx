import { call } from '../../kit/call.ts'
import { DraftForm } from '../../kit/draft-form.tsx'
import { Choice, Field } from '../../kit/field.tsx'
import { moved, OrderButtons } from '../../kit/order-buttons.tsx'
import { Page } from '../../kit/page.tsx'
import { useAct, useRead } from '../../kit/read.ts'
import { Loaded } from '../../kit/states.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import { StoryChoice, useTags } from '../../newsroom/studio/public.ts'
import type { Front, Shelf } from '../wire.ts'
import type { FrontReply } from './wire-types.ts'

export function FrontScreen() {
  const front = useRead<FrontReply>('/api/v1/front', ['front', 'desk:front'])
  return (
    <Page title="Front page">
      <Loaded query={front} what="the front page">
        {(data) => <FrontForm front={data} />}
      </Loaded>
    </Page>
  )
}

function FrontForm({ front }: { front: FrontReply }) {
  const draft = useDraft<Front>(front.value, front.revision)
  const save = useAct<void, { revision: number }>(
    () => call('PUT', '/api/v1/front', draft.value, { revision: draft.revision }),
    { says: 'The front page has changed.', done: ({ revision }) => draft.accept(revision) },
  )
  const { value, set } = draft
  return (
    <DraftForm what="front page" draft={draft} onSave={() => save.mutate()} saving={save.isPending} ofPanels>
      <section className="panel">
        <h2>Lead</h2>
        <StoryChoice
          label="The story that leads"
          value={value.lead}
          none="The newest story leads."
          onChange={(lead) => set({ lead })}
        />
      </section>
      <section className="panel">
        <h2>Shelves</h2>
        <ol className="form">
          {value.shelves.map((shelf, i) => (
            <li key={`${i}-${shelf.kind}`} className="shelf-row">
              <ShelfFields
                shelf={shelf}
                number={i + 1}
                onChange={(next) => set({ shelves: value.shelves.with(i, next) })}
              />
              <OrderButtons
                what={`shelf ${i + 1}`}
                index={i}
                count={value.shelves.length}
                onMove={(to) => set({ shelves: moved(value.shelves, i, to) })}
                onRemove={() => set({ shelves: value.shelves.toSpliced(i, 1) })}
              />
            </li>
          ))}
        </ol>
        {value.shelves.length < 8 && (
          <div className="form-actions">
            <button
              type="button"
              className="button"
              onClick={() => set({ shelves: [...value.shelves, { kind: 'latest' }] })}
            >
              Add a shelf
            </button>
          </div>
        )}
      </section>
    </DraftForm>
  )
}

interface ShelfFieldsProps {
  shelf: Shelf
  number: number
  onChange: (shelf: Shelf) => void
}

function ShelfFields({ shelf, number, onChange }: ShelfFieldsProps) {
  const tags = useTags()
  const options = [
    ['', 'The latest stories'],
    ...(tags.data ?? []).map(({ slug, name }) => [slug, `Tag: ${name}`] as const),
  ] as const
  return (
    <div className="form-row">
      <Choice
        label={`Shelf ${number}`}
        value={shelf.kind === 'tag' ? shelf.tag : ''}
        options={options}
        onChange={(tag) => onChange(tag === '' ? { kind: 'latest' } : { kind: 'tag', tag, title: '' })}
      />
      {shelf.kind === 'tag' && (
        <Field label="Its title">
          <input
            maxLength={60}
            placeholder="The tag’s name"
            value={shelf.title}
            onChange={(event) => onChange({ ...shelf, title: event.target.value })}
          />
        </Field>
      )}
    </div>
  )
}
