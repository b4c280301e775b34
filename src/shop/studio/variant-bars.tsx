import type { DropJson } from '../wire.ts'
import { sharesOf } from './drop-minutes.ts'

type Variant = DropJson['variants'][number]

/** Of each variant: what was sold, what buyers hold, what is left. */
export function VariantBars({ variants }: { variants: readonly Variant[] }) {
  const products = [...new Set(variants.map(({ productId }) => productId))]
  return (
    <table className="bars">
      <caption className="unseen">Stock of each variant</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="bars-key is-sold">Sold</span> <span className="bars-key is-held">Held</span>{' '}
            <span className="bars-key is-left">Left</span>
          </th>
          <th scope="col">On hand</th>
          <th scope="col">Held</th>
          <th scope="col">Sold</th>
          <th scope="col">Left</th>
        </tr>
      </thead>
      {products.map((productId) => {
        const own = variants.filter((variant) => variant.productId === productId)
        const isSingle = own.length === 1
        return (
          <tbody key={productId}>
            {!isSingle && (
              <tr className="bars-product">
                <th colSpan={5} scope="rowgroup">
                  {own[0]?.product}
                </th>
              </tr>
            )}
            {own.map((variant) => (
              <VariantBar
                key={variant.variantId}
                variant={variant}
                name={nameOf(variant, isSingle)}
                isProduct={isSingle}
              />
            ))}
          </tbody>
        )
      })}
    </table>
  )
}

const nameOf = ({ product, variant }: Variant, isSingle: boolean): string =>
  isSingle ? [product, variant].filter((part) => part !== '').join(', ') : variant

interface VariantBarProps {
  variant: Variant
  name: string
  /** Whether it is all there is of its product. */
  isProduct: boolean
}

function VariantBar({ variant, name, isProduct }: VariantBarProps) {
  const { onHand, held, sold } = variant
  const shares = sharesOf(variant)
  const left = onHand - held
  return (
    <tr className={left === 0 ? 'is-out' : ''}>
      <th scope="row">
        <span className="bars-name">
          {isProduct ? <span className="bars-title">{name}</span> : name}
          {left === 0 && <b> {held > 0 ? 'the last are at the checkout' : 'sold out'}</b>}
        </span>
        <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <rect className="is-all" width="100" height="10" />
          <rect className="is-sold" width={shares.sold} height="10" />
          <rect className="is-held" x={shares.sold} width={shares.held} height="10" />
          <rect className="is-left" x={shares.sold + shares.held} width={shares.left} height="10" />
        </svg>
      </th>
      <td>{onHand.toLocaleString('en')}</td>
      <td>{held.toLocaleString('en')}</td>
      <td>{sold.toLocaleString('en')}</td>
      <td>
        <b>{left.toLocaleString('en')}</b>
      </td>
    </tr>
  )
}
