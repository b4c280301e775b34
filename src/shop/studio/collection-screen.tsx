import { call } from '../../kit/call.ts'
import { useNow } from '../../kit/clock.ts'
import { useConfirm } from '../../kit/use-confirm.ts'
import { DraftForm } from '../../kit/draft-form.tsx'
import { Go, useGoOn } from '../../kit/go.tsx'
import { Page } from '../../kit/page.tsx'
import { useAct, useRead } from '../../kit/read.ts'
import { Badge } from '../../kit/row.tsx'
import type { ScreenProps } from '../../kit/screen.ts'
import { Loaded } from '../../kit/states.tsx'
import { useIsOn, useMay } from '../../kit/studio-context.ts'
import { countdown } from '../../kit/time.ts'
import { useDraft } from '../../kit/use-draft.ts'
import { spanProblem } from '../../kit/zones.ts'
import type { DeskCollectionJson } from '../wire.ts'
import { draftOf, toInput } from './collection-draft.ts'
import { CollectionFields } from './collection-fields.tsx'
import { PHASE_WORDS, toneOf } from './collection-words.ts'
import { COLLECTION_TOPICS, DOORS } from './doors.ts'
import { PauseButton } from './pause-button.tsx'
import { STATE_WORDS } from './product-words.ts'

export function CollectionScreen({ params }: ScreenProps) {
  const collection = useRead<DeskCollectionJson>(DOORS.deskCollection(params['id'] ?? ''), COLLECTION_TOPICS)
  return (
    <Loaded query={collection} what="the collection">
      {(data) => (
        <Page
          title={data.title}
          beside={<Standing collection={data} />}
          actions={<Actions collection={data} />}
        >
          <div className="columns">
            <EditForm collection={data} />
            <Products collection={data} />
          </div>
        </Page>
      )}
    </Loaded>
  )
}

function Standing({ collection: { phase, opensAt, closesAt } }: { collection: DeskCollectionJson }) {
  const now = useNow()
  const next = Date.parse(opensAt) > now ? opensAt : closesAt
  const left = next === null ? 0 : Date.parse(next) - now
  return (
    <>
      <Badge tone={toneOf(phase)}>{PHASE_WORDS[phase]}</Badge>
      {left > 0 && (
        <span className="countdown">
          {next === opensAt ? 'opens' : 'closes'} in {countdown(left)}
        </span>
      )}
    </>
  )
}

function Actions({ collection }: { collection: DeskCollectionJson }) {
  const maySell = useMay('order.manage')
  const mayPromote = useMay('promo.manage') && useIsOn('promos')
  const { id, phase, path } = collection
  return (
    <>
      {phase !== 'hidden' && (
        <a className="button" href={path} target="_blank" rel="noreferrer">
          See its page
        </a>
      )}
      {mayPromote && phase !== 'closed' && (
        <Go to="/promos/new" className="button">
          Make its promo
        </Go>
      )}
      {maySell && (
        <Go to={`/shop/collections/${id}/board`} className="button">
          Board
        </Go>
      )}
      {phase !== 'closed' && <PauseButton collection={collection} />}
    </>
  )
}

function EditForm({ collection }: { collection: DeskCollectionJson }) {
  const mayManage = useMay('shop.manage')
  const draft = useDraft(draftOf(collection), collection.revision)
  const save = useAct<void, DeskCollectionJson>(
    () => call('PUT', DOORS.collection(collection.id), toInput(draft.value), { revision: draft.revision }),
    { says: 'Collection saved.', done: ({ revision }) => draft.accept(revision) },
  )
  const titles = new Map(collection.products.map(({ id, title }) => [id, title]))
  return (
    <DraftForm
      what="collection"
      draft={draft}
      onSave={() => save.mutate()}
      saving={save.isPending}
      problem={spanProblem(draft.value)}
      mayChange={mayManage}
      beside={mayManage && Date.parse(collection.opensAt) > Date.now() && <Delete id={collection.id} />}
    >
      <CollectionFields draft={draft.value} titles={titles} set={draft.set} />
    </DraftForm>
  )
}

/** Only what has not opened can be deleted; what has is closed by its time. */
function Delete({ id }: { id: string }) {
  const confirm = useConfirm()
  const go = useGoOn()
  const remove = useAct<void>(() => call('DELETE', DOORS.collection(id)), {
    says: 'Collection deleted.',
    done: () => go('/shop/collections'),
  })
  const ask = async () => {
    const words =
      'It is deleted for good. Its products stay, as drafts where they stand in no other collection.'
    if (await confirm({ title: 'Delete this collection?', words, yes: 'Delete', danger: true }))
      remove.mutate()
  }
  return (
    <button type="button" className="button is-danger" onClick={() => void ask()}>
      Delete
    </button>
  )
}

/** How it stands with each of its products now. */
function Products({ collection: { products } }: { collection: DeskCollectionJson }) {
  const mayManage = useMay('shop.manage')
  return (
    <section className="panel" aria-labelledby="left">
      <h2 id="left">What is left</h2>
      {products.length === 0 ? (
        <p className="mute">Add products and save: then this says how many are left of each.</p>
      ) : (
        <ul className="left-list">
          {products.map(({ id, title, state, left }) => (
            <li key={id}>
              <span>
                {mayManage ? <Go to={`/shop/products/${id}`}>{title}</Go> : title}
                <small>{STATE_WORDS[state]}</small>
              </span>
              <b className={left === 0 ? 'hot-ink' : ''}>{left.toLocaleString('en')}</b>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
