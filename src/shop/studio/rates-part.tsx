import { Field } from '../../kit/field.tsx'
import { moved, OrderButtons } from '../../kit/order-buttons.tsx'
import { type CheckoutDraft, newRate, type RateDraft } from './checkout-draft.ts'
import { ChipsField } from './chips-field.tsx'

interface RatesPartProps {
  draft: CheckoutDraft
  currency: string
  set: (changes: Partial<CheckoutDraft>) => void
}

const upper = (text: string): string => text.toUpperCase()

/** What it costs to send an order, by where it goes. */
export function RatesPart({ draft: { rates }, currency, set }: RatesPartProps) {
  const change = (at: number, changes: Partial<RateDraft>) =>
    set({ rates: rates.map((rate, i) => (i === at ? { ...rate, ...changes } : rate)) })
  return (
    <section className="panel form" aria-labelledby="shipping">
      <h2 id="shipping">Shipping</h2>
      {rates.length === 0 && <p className="mute">Nothing is sent yet. Add a rate for where you send to.</p>}
      {rates.map((rate, i) => (
        <fieldset key={i} className="form setting-group">
          <legend className="legend">{rate.name || 'New rate'}</legend>
          <OrderButtons
            what={rate.name || 'the rate'}
            index={i}
            count={rates.length}
            onMove={(to) => set({ rates: moved(rates, i, to) })}
            onRemove={() => set({ rates: rates.filter((_, at) => at !== i) })}
          />
          <RateFields rate={rate} currency={currency} onChange={(changes) => change(i, changes)} />
        </fieldset>
      ))}
      <div className="form-actions">
        <button type="button" className="button" onClick={() => set({ rates: [...rates, newRate()] })}>
          Add a shipping rate
        </button>
      </div>
    </section>
  )
}

interface RateFieldsProps {
  rate: RateDraft
  currency: string
  onChange: (changes: Partial<RateDraft>) => void
}

function RateFields({ rate, currency, onChange }: RateFieldsProps) {
  return (
    <>
      <div className="form-row">
        <Field label="Name of the rate">
          <input
            required
            maxLength={60}
            placeholder="Standard"
            value={rate.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        </Field>
        <Field label="How long it takes">
          <input
            maxLength={80}
            placeholder="3 to 5 days"
            value={rate.says}
            onChange={(event) => onChange({ says: event.target.value })}
          />
        </Field>
      </div>
      <div className="form-row">
        <ChipsField
          label="Countries"
          hint="Two letters each, Enter after each; * is everywhere else."
          placeholder="US"
          clean={upper}
          value={rate.countries}
          onChange={(countries) => onChange({ countries })}
        />
        <ChipsField
          label="States"
          hint="Such as IL. None: all of the country."
          clean={upper}
          maxLength={3}
          value={rate.regions}
          onChange={(regions) => onChange({ regions })}
        />
      </div>
      <div className="form-row">
        <Field label="Price of the rate" hint={`In ${currency}.`}>
          <input
            required
            inputMode="decimal"
            placeholder="5.00"
            value={rate.price}
            onChange={(event) => onChange({ price: event.target.value })}
          />
        </Field>
        <Field label="Free from" hint="For goods of so much. Empty: never.">
          <input
            inputMode="decimal"
            value={rate.freeFrom}
            onChange={(event) => onChange({ freeFrom: event.target.value })}
          />
        </Field>
      </div>
    </>
  )
}
