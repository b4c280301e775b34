import { DraftForm } from '../../kit/draft-form.tsx'
import { Page } from '../../kit/page.tsx'
import { useAct } from '../../kit/read.ts'
import { Loaded } from '../../kit/states.tsx'
import { useNewDraft } from '../../kit/use-draft.ts'
import { newProduct, problemOf } from './product-draft.ts'
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
  const draft = useNewDraft(newProduct)
  const { value, key } = draft
  const create = useAct<void, SavedProduct>(() => saveProduct(value, { currency, key }), {
    says: savedWords('Product saved.'),
    done: ({ product }) => draft.made(`/shop/products/${product.id}`),
  })
  return (
    <DraftForm
      what="product"
      draft={draft}
      onSave={() => create.mutate()}
      saving={create.isPending}
      problem={problemOf(value, currency)}
    >
      <ProductFields draft={value} currency={currency} set={draft.set} />
    </DraftForm>
  )
}
