import { useState } from 'react'
import { DraftForm } from '../../kit/draft-form.tsx'
import { Go } from '../../kit/go.tsx'
import { Page } from '../../kit/page.tsx'
import { randomId } from '../../kit/random-id.ts'
import { useAct, useRead } from '../../kit/read.ts'
import { Badge } from '../../kit/row.tsx'
import type { ScreenProps } from '../../kit/screen.ts'
import { Loaded } from '../../kit/states.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import type { DeskProductJson } from '../wire.ts'
import { PHASE_WORDS } from './collection-words.ts'
import { COLLECTION_TOPICS, DOORS } from './doors.ts'
import { draftOf, problemOf, takenOff } from './product-draft.ts'
import { ProductFields } from './product-fields.tsx'
import { STATE_WORDS } from './product-words.ts'
import { type SavedProduct, savedWords, saveProduct } from './save-product.ts'
import { StockPanel } from './stock-panel.tsx'

export function ProductScreen({ params }: ScreenProps) {
  const product = useRead<DeskProductJson>(DOORS.deskProduct(params['id'] ?? ''), COLLECTION_TOPICS)
  return (
    <Loaded query={product} what="the product">
      {(data) => (
        <Page
          title={data.title}
          beside={<Badge tone={data.state === 'paused' ? 'ink' : 'plain'}>{STATE_WORDS[data.state]}</Badge>}
          actions={
            data.state !== 'hidden' && (
              <a className="button" href={data.path} target="_blank" rel="noreferrer">
                See its page
              </a>
            )
          }
        >
          <div className="columns is-stock">
            <EditForm product={data} />
            <div>
              <StockPanel product={data} />
              <InCollections product={data} />
            </div>
          </div>
        </Page>
      )}
    </Loaded>
  )
}

function EditForm({ product }: { product: DeskProductJson }) {
  const { currency, id } = product
  const draft = useDraft(draftOf(product), product.revision)
  const [key] = useState(randomId)
  const save = useAct<void, SavedProduct>(
    () =>
      saveProduct(draft.value, {
        currency,
        there: { id, revision: draft.revision },
        key: `${key}-${draft.revision}`,
      }),
    { says: savedWords('Product saved.'), done: ({ product: saved }) => draft.accept(saved.revision) },
  )
  return (
    <DraftForm
      what="product"
      draft={draft}
      onSave={() => save.mutate()}
      saving={save.isPending}
      problem={problemOf(draft.value, currency)}
    >
      <ProductFields draft={draft.value} currency={currency} set={draft.set} />
      <TakenOff names={draft.dirty ? takenOff(product, draft.value) : []} />
    </DraftForm>
  )
}

function TakenOff({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <p className="field-problem" role="status">
      No longer sold after this: {names.join(', ')}. Their stock is kept, and comes back with them.
    </p>
  )
}

function InCollections({ product: { collections } }: { product: DeskProductJson }) {
  return (
    <section className="panel" aria-labelledby="in-collections">
      <h2 id="in-collections">Collections</h2>
      {collections.length === 0 ? (
        <p className="mute">In none: it is sold as long as it is for sale.</p>
      ) : (
        <ul className="plain-list">
          {collections.map(({ id, title, phase }) => (
            <li key={id}>
              <Go to={`/shop/collections/${id}`}>{title}</Go>{' '}
              <span className="mute">{PHASE_WORDS[phase]}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
