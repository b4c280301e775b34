import { useState } from 'react'
import { withQuery } from '../../kit/call.ts'
import { Field } from '../../kit/field.tsx'
import { useList } from '../../kit/read.ts'
import { DOORS } from './doors.ts'

interface Choice {
  id: string
  title: string
  detail: string
}

interface EventFieldProps {
  value: string
  onChange: (id: string) => void
  disabled: boolean
}

/** Which event the match is: it starts and ends with it, and readers see the score by its delay. */
export function EventField({ value, onChange, disabled }: EventFieldProps) {
  const [text, setText] = useState('')
  const choices = useList<Choice>(withQuery(DOORS.eventChoices, { q: text }), ['desk:events'])
  const found = choices.data ?? []
  return (
    <div className="form-row">
      <Field
        label="Event"
        hint={
          <>
            The match starts and ends with it, and readers see the score by its delay.{' '}
            <a href="/studio/events/new" target="_blank" rel="noreferrer">
              Make an event
            </a>
          </>
        }
      >
        <select value={value} disabled={disabled} onChange={(event) => onChange(event.target.value)}>
          <option value="">No event: readers see the score at once</option>
          {value !== '' && !found.some(({ id }) => id === value) && (
            <option value={value}>The present one</option>
          )}
          {found.map(({ id, title, detail }) => (
            <option key={id} value={id}>
              {[title, detail].filter(Boolean).join(' · ')}
            </option>
          ))}
        </select>
      </Field>
      <Field label="Find an event">
        <input
          type="search"
          disabled={disabled}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
    </div>
  )
}
