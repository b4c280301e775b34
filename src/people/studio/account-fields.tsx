import { Field } from '../../kit/field.tsx'

interface PasswordFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  /** A password that is being chosen, not one that is being asked. */
  chosen?: boolean
}

// The same number stands in ../wire.ts, which brings the validator with it.
const SHORTEST = 12

export function PasswordField({ label, value, onChange, chosen = false }: PasswordFieldProps) {
  return (
    <Field
      label={label}
      hint={chosen ? `At least ${SHORTEST} characters. A few words in a row are good.` : undefined}
    >
      <input
        type="password"
        autoComplete={chosen ? 'new-password' : 'current-password'}
        required
        minLength={chosen ? SHORTEST : 1}
        maxLength={128}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}

interface WordsFieldProps {
  label: string
  type?: 'text' | 'email'
  autoComplete?: string
  value: string
  onChange: (value: string) => void
}

export function WordsField({ label, type = 'text', autoComplete, value, onChange }: WordsFieldProps) {
  return (
    <Field label={label}>
      <input
        type={type}
        autoComplete={autoComplete}
        required
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}
