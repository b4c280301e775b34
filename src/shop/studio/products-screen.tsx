import { useDeferredValue, useState } from 'react'
import { withQuery } from '../../kit/call.ts'
import { Field, Tabs } from '../../kit/field.tsx'
import { Go, useAddressWord } from '../../kit/go.tsx'
import { Page } from '../../kit/page.tsx'
import { useList } from '../../kit/read.ts'
import { Badge, Row } from '../../kit/row.tsx'
import { Empty, Loaded, More } from '../../kit/states.tsx'
import type { DeskProductJson, ProductStatus } from '../wire.ts'
import { DOORS, PRODUCT_TOPICS } from './doors.ts'
import { leftOfProduct, priceRange, STATE_WORDS, STATUS_WORDS, variantCount } from './product-words.ts'

type Shown = ProductStatus | 'all'
const SHOWN: readonly (readonly [Shown, string])[] = [
  ['all', 'All'],
  ['for-sale', STATUS_WORDS['for-sale']],
  ['draft', 'Drafts'],
  ['archived', STATUS_WORDS.archived],
]

export function ProductsScreen() {
  const [shown, setShown] = useAddressWord('status', 'all')
  const [words, setWords] = useState('')
  const q = useDeferredValue(words.trim())
  const status = shown === 'all' ? null : shown
  const products = useList<DeskProductJson>(withQuery(DOORS.deskProducts, { q, status }), PRODUCT_TOPICS)
  return (
    <Page
      title="Products"
      actions={
        <Go to="/shop/products/new" className="button is-hot">
          New product
        </Go>
      }
    >
      <div className="toolbar">
        <Tabs label="Which products" value={shown as Shown} options={SHOWN} onChange={setShown} />
        <Field label="Search products" className="is-wide">
          <input type="search" value={words} onChange={(event) => setWords(event.target.value)} />
        </Field>
      </div>
      <Loaded query={products} what="products">
        {(rows) =>
          rows.length === 0 ? (
            <NoProducts q={q} shown={shown as Shown} />
          ) : (
            <ul className="rows">
              {rows.map((product) => (
                <ProductRow key={product.id} product={product} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <More {...products} />
    </Page>
  )
}

function NoProducts({ q, shown }: { q: string; shown: Shown }) {
  if (q !== '') return <Empty>No product has “{q}” in its words.</Empty>
  if (shown !== 'all') return <Empty>No product is here: look under All.</Empty>
  return (
    <Empty
      action={
        <Go to="/shop/products/new" className="button">
          Make the first product
        </Go>
      }
    >
      Nothing to sell yet. A product has a price, a picture, perhaps sizes, and so many pieces in stock.
    </Empty>
  )
}

function ProductRow({ product }: { product: DeskProductJson }) {
  const left = leftOfProduct(product)
  return (
    <Row
      to={`/shop/products/${product.id}`}
      dim={product.status !== 'for-sale'}
      lead={
        product.preview ? (
          <img className="thumb" src={product.preview} alt="" loading="lazy" />
        ) : (
          <span className="thumb" />
        )
      }
      title={product.title}
      detail={[
        product.type,
        priceRange(product),
        variantCount(product),
        ...product.collections.map(({ title }) => title),
      ]
        .filter((part) => part !== '')
        .join(' · ')}
      end={
        <>
          {product.status !== 'for-sale' ? (
            <Badge>{STATUS_WORDS[product.status]}</Badge>
          ) : (
            <Badge tone={product.state === 'paused' ? 'ink' : 'plain'}>{STATE_WORDS[product.state]}</Badge>
          )}
          <span className="stock-left">
            <b>{left.toLocaleString('en')}</b> left
          </span>
        </>
      }
    />
  )
}
