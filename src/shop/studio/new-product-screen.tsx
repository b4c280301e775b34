import { useState } from 'react'
import { useGo } from '../../kit/go.tsx'
import { Page } from '../../kit/page.tsx'
import { randomId } from '../../kit/random-id.ts'
import { useAct } from '../../kit/read.ts'
import { Loaded } from '../../kit/states.tsx'
import { newProduct, problemOf, type ProductDraft } from './product-draft.ts'
import { ProductFields } from './product-fields.tsx'
import { type SavedProduct, savedWords, saveProduct } from './save-product.ts'
import { useCurrency } from './use-currency.ts'

export function NewProductScreen() {
  const checkout = useCurrency()
  return (
    <Page title="New product" narrow>
      <Loaded query={checkout} what="the form">
        {({ currency }) => <NewProduct currency={currency} />}
      </Loaded>
    </Page>
  )
}

function NewProduct({ currency }: { currency: string }) {
  const go = useGo()
  const [draft, setDraft] = useState(newProduct)
  const [key, setKey] = useState(randomId)
  const set = (changes: Partial<ProductDraft>) => {
    setDraft((now) => ({ ...now, ...changes }))
    setKey(randomId())
  }
  const create = useAct<void, SavedProduct>(() => saveProduct(draft, { currency, key }), {
    says: savedWords('Product saved.'),
    done: ({ product }) => go(`/shop/products/${product.id}`, true),
  })
  const problem = problemOf(draft, currency)
  return (
    <form
      className="panel form"
      onSubmit={(event) => {
        event.preventDefault()
        create.mutate()
      }}
    >
      <ProductFields draft={draft} currency={currency} set={set} />
      {problem && draft.price !== '' && <p className="field-problem">{problem}</p>}
      <div className="form-actions">
        <button type="submit" className="button is-hot" disabled={create.isPending || problem !== null}>
          Save
        </button>
      </div>
    </form>
  )
}
