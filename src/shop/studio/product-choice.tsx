import { useDeferredValue, useState } from 'react'
import { withQuery } from '../../kit/call.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { Field } from '../../kit/field.tsx'
import { moved, OrderButtons } from '../../kit/order-buttons.tsx'
import { useList } from '../../kit/read.ts'
import { Empty, Loaded, More } from '../../kit/states.tsx'
import { plural } from '../../kit/time.ts'
import type { DeskProductJson } from '../wire.ts'
import { DOORS, PRODUCT_TOPICS } from './doors.ts'
import { priceRange, STATUS_WORDS } from './product-words.ts'

interface ProductChoiceProps {
  value: readonly string[]
  /** Of the products that the collection has had since it was read. */
  titles: ReadonlyMap<string, string>
  onChange: (ids: string[]) => void
}

/** The products of a collection, in the order in which its page shows them. */
export function ProductChoice({ value, titles, onChange }: ProductChoiceProps) {
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map())
  const nameOf = (id: string): string => chosen.get(id) ?? titles.get(id) ?? 'A product'
  const toggle = ({ id, title }: DeskProductJson) => {
    setChosen(new Map([...chosen, [id, title]]))
    onChange(value.includes(id) ? value.filter((other) => other !== id) : [...value, id])
  }
  return (
    <fieldset className="field">
      <legend className="legend">Products</legend>
      {value.length === 0 ? (
        <p className="field-hint">None yet. They appear in the shop when the collection opens.</p>
      ) : (
        <ol className="chosen-products">
          {value.map((id, i) => (
            <li key={id}>
              <span>{nameOf(id)}</span>
              <OrderButtons
                what={nameOf(id)}
                index={i}
                count={value.length}
                onMove={(to) => onChange(moved(value, i, to))}
                onRemove={() => onChange(value.filter((other) => other !== id))}
              />
            </li>
          ))}
        </ol>
      )}
      <div className="form-actions">
        <button type="button" className="button" onClick={() => setOpen(true)}>
          Add products
        </button>
      </div>
      {open && <ProductDialog value={value} onToggle={toggle} onClose={() => setOpen(false)} />}
    </fieldset>
  )
}

interface ProductDialogProps {
  value: readonly string[]
  onToggle: (product: DeskProductJson) => void
  onClose: () => void
}

function ProductDialog({ value, onToggle, onClose }: ProductDialogProps) {
  const [words, setWords] = useState('')
  const q = useDeferredValue(words.trim())
  const products = useList<DeskProductJson>(withQuery(DOORS.deskProducts, { q }), PRODUCT_TOPICS)
  return (
    <Dialog title="Add products" onClose={onClose}>
      <Field label="Search products">
        <input type="search" value={words} onChange={(event) => setWords(event.target.value)} />
      </Field>
      <Loaded query={products} what="products">
        {(rows) =>
          rows.length === 0 ? (
            <Empty>
              {q === '' ? 'There are no products yet. Make some first.' : `No product has “${q}”.`}
            </Empty>
          ) : (
            <ul className="choice-list">
              {rows.map((product) => (
                <li key={product.id}>
                  <button
                    type="button"
                    aria-pressed={value.includes(product.id)}
                    onClick={() => onToggle(product)}
                  >
                    <b>{product.title}</b>
                    <small>
                      {product.type}, {priceRange(product)}
                      {product.status !== 'for-sale' && `, ${STATUS_WORDS[product.status].toLowerCase()}`}
                    </small>
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <More {...products} />
      <div className="dialog-actions">
        <button type="button" className="button is-hot" onClick={onClose}>
          Done: {plural(value.length, 'product')}
        </button>
      </div>
    </Dialog>
  )
}
