import { useEffect, useState } from 'react'
import { Field } from '../../kit/field.tsx'
import { exactClock, parseClock } from './media-time.ts'

interface TimeFieldProps {
  label: string
  /** ms; `null`: not set. */
  value: number | null
  onChange: (ms: number) => void
  /** ms */
  most: number
  hint?: string
}

/** A time as `m:ss.mmm`. What is typed counts as soon as it is a time; what is not says so and changes nothing. */
export function TimeField({ label, value, onChange, most, hint }: TimeFieldProps) {
  const shown = value === null ? '' : exactClock(value)
  const [typed, setTyped] = useState<string | null>(null)
  useEffect(() => {
    // Moved by a handle or a key meanwhile: what stands in the field would be wrong.
    setTyped((now) => (now !== null && parseClock(now) === value ? now : null))
  }, [value])
  const ms = typed === null ? value : parseClock(typed)
  const problem =
    typed === null || typed === ''
      ? null
      : ms === null
        ? 'Write minutes, seconds and thousandths: 1:02.500.'
        : ms > most
          ? `At most ${exactClock(most)}.`
          : null
  return (
    <Field label={label} hint={hint} problem={problem}>
      <input
        className="figures"
        inputMode="decimal"
        autoComplete="off"
        placeholder="0:00.000"
        value={typed ?? shown}
        onChange={({ target }) => {
          setTyped(target.value)
          const next = parseClock(target.value)
          if (next !== null && next <= most) onChange(next)
        }}
        onBlur={() => setTyped(null)}
      />
    </Field>
  )
}
