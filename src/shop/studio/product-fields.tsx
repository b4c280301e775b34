import { useId } from 'react'
import { Choice, Field } from '../../kit/field.tsx'
import { useList } from '../../kit/read.ts'
import type { DeskProductJson } from '../wire.ts'
import { DOORS, PRODUCT_TOPICS } from './doors.ts'
import { currencySign, parseMoney } from './money.ts'
import { OptionFields } from './option-fields.tsx'
import { PictureList } from './picture-list.tsx'
import type { ProductDraft } from './product-draft.ts'
import { STATUS_WORDS } from './product-words.ts'
import { VariantFields } from './variant-fields.tsx'

interface ProductFieldsProps {
  draft: ProductDraft
  currency: string
  set: (changes: Partial<ProductDraft>) => void
}

export function ProductFields({ draft, currency, set }: ProductFieldsProps) {
  const wrongPrice = draft.price.trim() !== '' && parseMoney(currency, draft.price) === null
  return (
    <>
      <Words draft={draft} set={set} />
      <PictureList value={draft.pictures} onChange={(pictures) => set({ pictures })} />
      <div className="form-row">
        <Field
          label="Price"
          hint={`In ${currency} (${currencySign(currency)}), of every variant without a price of its own.`}
          problem={wrongPrice ? 'A sum such as 28.00.' : null}
        >
          <input
            required
            inputMode="decimal"
            maxLength={20}
            placeholder="28.00"
            value={draft.price}
            onChange={(event) => set({ price: event.target.value })}
          />
        </Field>
        <Choice
          label="Status"
          value={draft.status}
          options={[
            ['for-sale', STATUS_WORDS['for-sale']],
            ['draft', 'Draft: only the studio sees it'],
            ['archived', 'Archived: not for sale any more'],
          ]}
          onChange={(status) => set({ status })}
        />
      </div>
      <p className="field-hint">
        For sale and in no collection, it is sold at once; in collections it appears when the first of them
        opens. So put it into its collection first.
      </p>
      <OptionFields options={draft.options} onChange={(options) => set({ options })} />
      <VariantFields draft={draft} set={set} />
    </>
  )
}

function Words({ draft, set }: Omit<ProductFieldsProps, 'currency'>) {
  const list = useId()
  const { data: products = [] } = useList<DeskProductJson>(`${DOORS.deskProducts}?limit=100`, PRODUCT_TOPICS)
  const types = [...new Set(products.map(({ type }) => type))].sort((a, b) => a.localeCompare(b))
  return (
    <>
      <Field label="Title">
        <input
          required
          maxLength={120}
          placeholder="Goal Horn Tee"
          value={draft.title}
          onChange={(event) => set({ title: event.target.value })}
        />
      </Field>
      <div className="form-row">
        <Field label="Type" hint="In the plural, as the shop and promos name it: T-Shirts.">
          <input
            required
            maxLength={40}
            list={list}
            autoComplete="off"
            value={draft.type}
            onChange={(event) => set({ type: event.target.value })}
          />
        </Field>
        <Field label="Address" hint="/products/…; made from the title when it is left empty.">
          <input
            pattern="[a-z0-9]+(-[a-z0-9]+)*"
            maxLength={80}
            title="Small letters, digits and single hyphens"
            value={draft.slug}
            onChange={(event) => set({ slug: event.target.value })}
          />
        </Field>
      </div>
      <datalist id={list}>
        {types.map((type) => (
          <option key={type} value={type} />
        ))}
      </datalist>
      <Field label="Description">
        <textarea
          maxLength={4000}
          value={draft.description}
          onChange={(event) => set({ description: event.target.value })}
        />
      </Field>
    </>
  )
}
