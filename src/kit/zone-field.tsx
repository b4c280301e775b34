import { Field } from './field.tsx'

const ZONES = Intl.supportedValuesOf('timeZone')

interface ZoneFieldProps {
  /** By its IANA name: `America/Halifax`. */
  value: string
  onChange: (zone: string) => void
  hint?: string
}

/** Every zone that this browser knows, and the one that was chosen in another. */
export function ZoneField({ value, onChange, hint }: ZoneFieldProps) {
  return (
    <Field label="Time zone" hint={hint}>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {[...new Set([value, ...ZONES])].map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </select>
    </Field>
  )
}
