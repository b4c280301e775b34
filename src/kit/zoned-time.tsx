import { serverNow } from './clock.ts'
import { Field } from './field.tsx'
import { fromWallClock, zoneName } from './zones.ts'

interface ZonedTimeProps {
  label: string
  zone: string
  /** `2026-11-20T20:15`, or empty. */
  value: string
  onChange: (value: string) => void
  required?: boolean
  hint?: string
  /** Whether seconds are chosen too. */
  seconds?: boolean
}

/** A wall clock with the zone it is meant in; an hour that daylight saving skips is refused at once. */
export function ZonedTime({
  label,
  zone,
  value,
  onChange,
  required = false,
  hint,
  seconds = false,
}: ZonedTimeProps) {
  const instant = value === '' ? null : fromWallClock(value, zone)
  const skipped = value !== '' && instant === null
  const name = zoneName(zone, instant ? Date.parse(instant) : serverNow())
  return (
    <Field
      label={label}
      hint={`${zone.replaceAll('_', ' ')}, ${name}${hint ? `. ${hint}` : ''}`}
      problem={
        skipped ? 'This time does not exist on that day: daylight saving skips it. Choose another.' : null
      }
    >
      <input
        type="datetime-local"
        step={seconds ? 1 : 60}
        value={value}
        required={required}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}
