import { useDeferredValue, useState } from 'react'
import { withQuery } from '../../kit/call.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { Field } from '../../kit/field.tsx'
import { useList, useRead } from '../../kit/read.ts'
import { Row } from '../../kit/row.tsx'
import { Empty, Loaded } from '../../kit/states.tsx'
import { useZone } from '../../kit/studio-context.ts'
import { dateTime } from '../../kit/time.ts'
import type { Story, StoryListItem } from '../wire.ts'

interface StoryChoiceProps {
  label: string
  value: string | null
  /** What holds while none is chosen. */
  none: string
  onChange: (id: string | null) => void
}

/** One published story, or none. */
export function StoryChoice({ label, value, none, onChange }: StoryChoiceProps) {
  const [picking, setPicking] = useState(false)
  const story = useRead<Story>(value === null ? null : `/api/v1/desk/stories/${value}`, ['desk:stories'])
  return (
    <fieldset className="field">
      <legend className="legend">{label}</legend>
      <p>{value === null ? none : (story.data?.headline ?? 'A story')}</p>
      <div className="form-actions">
        <button type="button" className="button" onClick={() => setPicking(true)}>
          Choose a story
        </button>
        {value !== null && (
          <button type="button" className="button is-plain" onClick={() => onChange(null)}>
            Let it go
          </button>
        )}
      </div>
      {picking && (
        <StoryPicker
          onClose={() => setPicking(false)}
          onChoose={(id) => {
            setPicking(false)
            onChange(id)
          }}
        />
      )}
    </fieldset>
  )
}

function StoryPicker({ onChoose, onClose }: { onChoose: (id: string) => void; onClose: () => void }) {
  const [words, setWords] = useState('')
  const q = useDeferredValue(words)
  const zone = useZone()
  const stories = useList<StoryListItem>(withQuery('/api/v1/desk/stories', { state: 'published', q }), [
    'desk:stories',
  ])
  return (
    <Dialog title="Choose a story" size="large" onClose={onClose}>
      <Field label="Search stories">
        <input type="search" value={words} onChange={(event) => setWords(event.target.value)} />
      </Field>
      <Loaded query={stories} what="stories">
        {(rows) =>
          rows.length === 0 ? (
            <Empty>No published story like that.</Empty>
          ) : (
            <ul className="rows">
              {rows.map(({ id, headline, publishedAt }) => (
                <Row
                  key={id}
                  title={headline}
                  detail={publishedAt ? dateTime(publishedAt, zone) : ''}
                  end={
                    <button
                      type="button"
                      className="button"
                      aria-label={`Use ${headline}`}
                      onClick={() => onChoose(id)}
                    >
                      Use
                    </button>
                  }
                />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Dialog>
  )
}
