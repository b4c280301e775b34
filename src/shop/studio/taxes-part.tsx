import { Check, Field } from '../../kit/field.tsx'
import { type CheckoutDraft, newTax, type TaxDraft } from './checkout-draft.ts'

interface TaxesPartProps {
  draft: CheckoutDraft
  set: (changes: Partial<CheckoutDraft>) => void
}

/** One table of taxes; the line that fits a place most narrowly counts. */
export function TaxesPart({ draft: { taxes, taxIncluded }, set }: TaxesPartProps) {
  const change = (at: number, changes: Partial<TaxDraft>) =>
    set({ taxes: taxes.map((tax, i) => (i === at ? { ...tax, ...changes } : tax)) })
  return (
    <section className="panel form" aria-labelledby="taxes">
      <h2 id="taxes">Taxes</h2>
      <Check
        label="Prices have the tax in them"
        checked={taxIncluded}
        onChange={(checked) => set({ taxIncluded: checked })}
      />
      {taxes.length === 0 && <p className="mute">No tax is charged anywhere.</p>}
      {taxes.map((tax, i) => (
        <fieldset key={i} className="form setting-group">
          <legend className="legend">{tax.name || 'New tax'}</legend>
          <button
            type="button"
            className="button"
            aria-label={`Remove ${tax.name || 'the tax'}`}
            onClick={() => set({ taxes: taxes.filter((_, at) => at !== i) })}
          >
            ×
          </button>
          <TaxFields tax={tax} onChange={(changes) => change(i, changes)} />
        </fieldset>
      ))}
      <div className="form-actions">
        <button type="button" className="button" onClick={() => set({ taxes: [...taxes, newTax()] })}>
          Add a tax
        </button>
      </div>
    </section>
  )
}

function TaxFields({ tax, onChange }: { tax: TaxDraft; onChange: (changes: Partial<TaxDraft>) => void }) {
  return (
    <>
      <div className="form-row is-tight">
        <Field label="Name of the tax">
          <input
            required
            maxLength={40}
            placeholder="Sales tax"
            value={tax.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        </Field>
        <Field label="Country">
          <input
            required
            maxLength={2}
            placeholder="US or *"
            value={tax.country}
            onChange={(event) => onChange({ country: event.target.value.toUpperCase() })}
          />
        </Field>
        <Field label="State">
          <input
            maxLength={3}
            placeholder="All"
            value={tax.region}
            onChange={(event) => onChange({ region: event.target.value.toUpperCase() })}
          />
        </Field>
        <Field label="Percent">
          <input
            required
            inputMode="decimal"
            placeholder="6.25"
            value={tax.percent}
            onChange={(event) => onChange({ percent: event.target.value })}
          />
        </Field>
      </div>
      <Check
        label="Shipping is taxed too"
        checked={tax.shippingToo}
        onChange={(shippingToo) => onChange({ shippingToo })}
      />
    </>
  )
}
