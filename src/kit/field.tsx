import { type ReactElement, type ReactNode, useId, cloneElement } from 'react'

interface FieldProps {
  label: string
  hint?: ReactNode
  /** What is wrong with it, in a sentence. */
  problem?: string | null | undefined
  /** One input, select or textarea. */
  children: ReactElement<{ id?: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean }>
  className?: string
}

/** A label, its control, and below it what to know or what is wrong, tied together for who cannot see them. */
export function Field({ label, hint, problem, children, className = '' }: FieldProps) {
  const id = useId()
  const about = hint || problem ? `${id}-about` : undefined
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id}>{label}</label>
      {cloneElement(children, {
        id,
        ...(about && { 'aria-describedby': about }),
        ...(problem && { 'aria-invalid': true }),
      })}
      {about && (
        <p id={about} className={problem ? 'field-problem' : 'field-hint'}>
          {problem ?? hint}
        </p>
      )}
    </div>
  )
}

interface CheckProps {
  label: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
}

export function Check({ label, checked, onChange, disabled = false }: CheckProps) {
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  )
}

interface ChoiceProps<T extends string> {
  label: string
  value: T
  options: readonly (readonly [value: T, label: string])[]
  onChange: (value: T) => void
}

/** A few alternatives beside each other, one of them chosen. */
export function Tabs<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <div className="tabs" role="group" aria-label={label}>
      {options.map(([option, words]) => (
        <button key={option} type="button" aria-pressed={option === value} onClick={() => onChange(option)}>
          {words}
        </button>
      ))}
    </div>
  )
}

export function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <Field label={label}>
      <select value={value} onChange={(event) => onChange(event.target.value as T)}>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  )
}
