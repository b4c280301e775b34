import { Field } from '../../kit/field.tsx'
import { ChipsField } from './chips-field.tsx'
import type { OptionDraft } from './variants.ts'

interface OptionFieldsProps {
  options: readonly OptionDraft[]
  onChange: (options: OptionDraft[]) => void
}

const MOST = 3
/** What most products are chosen by, in this order. */
const USUAL = ['Size', 'Colour', 'Style']
const EXAMPLE: Record<string, string> = { Size: 'S, M, L, XL', Colour: 'Black, Bone' }

const nextName = (options: readonly OptionDraft[]): string =>
  USUAL.find((name) => options.every((option) => option.name !== name)) ?? ''

/** What a buyer chooses by: sizes, colours. */
export function OptionFields({ options, onChange }: OptionFieldsProps) {
  const change = (at: number, changes: Partial<OptionDraft>) =>
    onChange(options.map((option, i) => (i === at ? { ...option, ...changes } : option)))
  return (
    <fieldset className="form option-fields">
      <legend className="legend">Options</legend>
      {options.length === 0 && (
        <p className="field-hint">Does it come in sizes or colours? Then add an option.</p>
      )}
      {options.map((option, i) => (
        <div key={i} className="option-row">
          <Field label="Option">
            <input
              required={option.values.length > 0}
              maxLength={30}
              value={option.name}
              onChange={(event) => change(i, { name: event.target.value })}
            />
          </Field>
          <ChipsField
            label={`Values of ${option.name || 'the option'}`}
            placeholder={EXAMPLE[option.name] ?? ''}
            hint="Type one, press Enter."
            value={option.values}
            onChange={(values) => change(i, { values })}
          />
          <button
            type="button"
            className="button is-plain"
            aria-label={`Remove the option ${option.name}`}
            onClick={() => onChange(options.filter((_, at) => at !== i))}
          >
            Remove
          </button>
        </div>
      ))}
      {options.length < MOST && (
        <div className="form-actions">
          <button
            type="button"
            className="button"
            onClick={() => onChange([...options, { name: nextName(options), values: [] }])}
          >
            Add an option
          </button>
        </div>
      )}
    </fieldset>
  )
}
