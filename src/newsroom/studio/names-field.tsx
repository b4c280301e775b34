import { type ReactNode, useId, useState } from 'react'

interface NamesFieldProps {
  label: string
  add: string
  hint?: string
  choices: readonly { id: string; name: string }[]
  value: readonly string[]
  onChange: (ids: string[]) => void
  /** How another one is made on the spot, by who may. */
  making:
    | false
    | { label: string; dialog: (onSaved: (made: { id: string }) => void, onClose: () => void) => ReactNode }
}

const MAKE = 'make'

/** Several of a list, in an order that matters. */
export function NamesField({ label, add, hint, choices, value, onChange, making }: NamesFieldProps) {
  const id = useId()
  const [isMaking, setIsMaking] = useState(false)
  const nameOf = (each: string): string => choices.find((choice) => choice.id === each)?.name ?? '…'
  const forward = (i: number) => {
    const ids = [...value]
    const [moved] = ids.splice(i, 1)
    if (moved) ids.splice(i - 1, 0, moved)
    onChange(ids)
  }
  return (
    <fieldset className="field">
      <legend className="legend">{label}</legend>
      {value.length > 0 && (
        <ol className="names">
          {value.map((each, i) => (
            <li key={each}>
              <span>{nameOf(each)}</span>
              {i > 0 && (
                <button type="button" aria-label={`Move ${nameOf(each)} forward`} onClick={() => forward(i)}>
                  ↑
                </button>
              )}
              <button
                type="button"
                aria-label={`Remove ${nameOf(each)}`}
                onClick={() => onChange(value.filter((other) => other !== each))}
              >
                ×
              </button>
            </li>
          ))}
        </ol>
      )}
      <label className="unseen" htmlFor={id}>
        {add}
      </label>
      <select
        id={id}
        value=""
        onChange={({ target }) => {
          if (target.value === MAKE) setIsMaking(true)
          else if (target.value !== '') onChange([...value, target.value])
        }}
      >
        <option value="">{add}…</option>
        {choices
          .filter((choice) => !value.includes(choice.id))
          .map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.name}
            </option>
          ))}
        {making && <option value={MAKE}>{making.label}…</option>}
      </select>
      {hint && <p className="field-hint">{hint}</p>}
      {isMaking &&
        making &&
        making.dialog(
          (made) => onChange([...value, made.id]),
          () => setIsMaking(false),
        )}
    </fieldset>
  )
}
