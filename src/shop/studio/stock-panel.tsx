import { useState } from 'react'
import type { DeskProductJson, DeskVariantJson } from '../wire.ts'
import { StockDialog } from './stock-dialog.tsx'
import { choiceWords } from './variants.ts'

/** What there is of each variant, and the way to bring, count and correct it. */
export function StockPanel({ product: { variants, title } }: { product: DeskProductJson }) {
  const [open, setOpen] = useState<string | null>(null)
  const sold = variants.filter(({ retired, stock }) => !retired || stock.onHand > 0)
  const shown = sold.find(({ id }) => id === open)
  const nameOf = ({ choice }: DeskVariantJson): string => choiceWords(choice) || title
  return (
    <section className="panel" aria-labelledby="stock">
      <h2 id="stock">Stock</h2>
      <table className="stock-table">
        <thead>
          <tr>
            <th scope="col">Variant</th>
            <th scope="col">On hand</th>
            <th scope="col">Held</th>
            <th scope="col">Left</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {sold.map((variant) => (
            <tr key={variant.id} className={variant.retired ? 'mute' : ''}>
              <th scope="row">
                {nameOf(variant)}
                {variant.retired && <small> not sold</small>}
              </th>
              <td>{variant.stock.onHand.toLocaleString('en')}</td>
              <td>{variant.stock.held.toLocaleString('en')}</td>
              <td>
                <b className={variant.stock.left === 0 ? 'hot-ink' : ''}>
                  {variant.stock.left.toLocaleString('en')}
                </b>
              </td>
              <td>
                <button
                  type="button"
                  className="button"
                  aria-label={`Stock of ${nameOf(variant)}`}
                  onClick={() => setOpen(variant.id)}
                >
                  Stock
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="field-hint">Held are the pieces that buyers have at the checkout right now.</p>
      {shown && <StockDialog variant={shown} name={nameOf(shown)} onClose={() => setOpen(null)} />}
    </section>
  )
}
