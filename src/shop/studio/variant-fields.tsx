import { Check, Field } from '../../kit/field.tsx'
import type { ProductDraft } from './product-draft.ts'
import { choiceWords, rowsOf, type VariantDraft, type VariantRow } from './variants.ts'

interface VariantFieldsProps {
  draft: ProductDraft
  set: (changes: Partial<ProductDraft>) => void
}

/** More than the server takes is not drawn either. */
const MOST = 100

/** The variants that the options make: each can have a price and a SKU of its own, or not be sold. */
export function VariantFields({ draft, set }: VariantFieldsProps) {
  const rows = rowsOf(draft.title, draft.options, draft.variants)
  const change = ({ key, draft: before }: VariantRow, changes: Partial<VariantDraft>) =>
    set({ variants: { ...draft.variants, [key]: { ...before, ...changes } } })
  const [only] = rows
  if (rows.length === 1 && only?.choice.length === 0)
    return <OnlyVariant row={only} onChange={(changes) => change(only, changes)} />
  return (
    <fieldset className="field">
      <legend className="legend">Variants</legend>
      <div className="variant-row is-head" aria-hidden="true">
        <span>Sold</span>
        <span>Price</span>
        <span>SKU</span>
        <span>Pieces</span>
      </div>
      <ul className="variant-rows">
        {rows.slice(0, MOST).map((row) => (
          <li key={row.key}>
            <VariantLine row={row} price={draft.price} onChange={(changes) => change(row, changes)} />
          </li>
        ))}
      </ul>
      <p className="field-hint">
        Left empty, a variant has the price above and the SKU that stands there in grey.
      </p>
    </fieldset>
  )
}

interface LineProps {
  row: VariantRow
  onChange: (changes: Partial<VariantDraft>) => void
}

function VariantLine({
  row: { choice, draft, suggestedSku },
  price,
  onChange,
}: LineProps & { price: string }) {
  const words = choiceWords(choice)
  return (
    <div className="variant-row">
      <Check
        label={
          <>
            <span className="unseen">Sell </span>
            {words}
          </>
        }
        checked={draft.sold}
        onChange={(sold) => onChange({ sold })}
      />
      <input
        aria-label={`Price of ${words}`}
        inputMode="decimal"
        maxLength={20}
        disabled={!draft.sold}
        placeholder={price}
        value={draft.price}
        onChange={(event) => onChange({ price: event.target.value })}
      />
      <SkuInput label={`SKU of ${words}`} draft={draft} suggested={suggestedSku} onChange={onChange} />
      {draft.id === null ? (
        <PiecesInput label={`Pieces of ${words}`} draft={draft} onChange={onChange} />
      ) : (
        <span className="mute">see stock</span>
      )}
    </div>
  )
}

function OnlyVariant({ row: { draft, suggestedSku }, onChange }: LineProps) {
  return (
    <div className="form-row">
      <Field label="SKU" hint="Its number in your stock. Left empty, the one in grey is taken.">
        <SkuInput draft={draft} suggested={suggestedSku} onChange={onChange} />
      </Field>
      {draft.id === null && (
        <Field label="Pieces in stock" hint="How many there are now.">
          <PiecesInput draft={draft} onChange={onChange} />
        </Field>
      )}
    </div>
  )
}

interface InputProps {
  label?: string
  draft: VariantDraft
  onChange: (changes: Partial<VariantDraft>) => void
}

function SkuInput({ label, draft, suggested, onChange, ...tied }: InputProps & { suggested: string }) {
  return (
    <input
      {...tied}
      aria-label={label}
      maxLength={40}
      pattern="[A-Za-z0-9][A-Za-z0-9._/\-]*"
      title="Letters, digits and . _ / -"
      autoComplete="off"
      disabled={!draft.sold}
      placeholder={suggested}
      value={draft.sku}
      onChange={(event) => onChange({ sku: event.target.value })}
    />
  )
}

function PiecesInput({ label, draft, onChange, ...tied }: InputProps) {
  return (
    <input
      {...tied}
      aria-label={label}
      type="number"
      min={0}
      max={10_000_000}
      disabled={!draft.sold}
      placeholder="0"
      value={draft.pieces}
      onChange={(event) => onChange({ pieces: event.target.value })}
    />
  )
}
