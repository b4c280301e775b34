import { type KeyboardEvent, useId, useState } from 'react'
import { withChips } from './chips.ts'

interface ChipsFieldProps {
  label: string
  hint?: string
  placeholder?: string
  value: readonly string[]
  onChange: (value: string[]) => void
  /** How each is written: `toUpperCase` of countries, say. */
  clean?: (text: string) => string
  maxLength?: number
}

const asTyped = (text: string): string => text

/** Several short words: each is typed and ended by Enter or a comma, and taken out by its button. */
export function ChipsField({
  label,
  hint,
  placeholder,
  value,
  onChange,
  clean = asTyped,
  maxLength = 40,
}: ChipsFieldProps) {
  const id = useId()
  const [text, setText] = useState('')
  const add = (typed: string) => {
    const next = withChips(value, clean(typed), maxLength)
    if (next.length > value.length) onChange(next)
    setText('')
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      add(text)
    }
    if (event.key === 'Backspace' && text === '' && value.length > 0) onChange(value.slice(0, -1))
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="chips">
        {value.map((each) => (
          <span key={each} className="chip">
            {each}
            <button
              type="button"
              aria-label={`Remove ${each}`}
              onClick={() => onChange(value.filter((other) => other !== each))}
            >
              ×
            </button>
          </span>
        ))}
        <input
          id={id}
          value={text}
          placeholder={value.length === 0 ? placeholder : ''}
          enterKeyHint="enter"
          autoComplete="off"
          {...(hint && { 'aria-describedby': `${id}-about` })}
          onKeyDown={onKey}
          onBlur={() => text.trim() !== '' && add(text)}
          onChange={({ target }) => (/[,;\n]/.test(target.value) ? add(target.value) : setText(target.value))}
        />
      </div>
      {hint && (
        <p id={`${id}-about`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  )
}
