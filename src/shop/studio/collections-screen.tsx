import { useNow } from '../../kit/clock.ts'
import { Go } from '../../kit/go.tsx'
import { Page } from '../../kit/page.tsx'
import { useList } from '../../kit/read.ts'
import { Badge, Row } from '../../kit/row.tsx'
import { Empty, Loaded, More } from '../../kit/states.tsx'
import { useMay } from '../../kit/studio-context.ts'
import { countdown, plural, timeNear } from '../../kit/time.ts'
import type { DeskCollectionJson } from '../wire.ts'
import { PHASE_WORDS, toneOf } from './collection-words.ts'
import { COLLECTION_TOPICS, DOORS } from './doors.ts'

export function CollectionsScreen() {
  const collections = useList<DeskCollectionJson>(DOORS.deskCollections, COLLECTION_TOPICS)
  const mayManage = useMay('shop.manage')
  return (
    <Page
      title="Collections"
      actions={
        mayManage && (
          <Go to="/shop/collections/new" className="button is-hot">
            New collection
          </Go>
        )
      }
    >
      <Loaded query={collections} what="collections">
        {(rows) =>
          rows.length === 0 ? (
            <Empty
              action={
                mayManage && (
                  <Go to="/shop/collections/new" className="button">
                    Make the first collection
                  </Go>
                )
              }
            >
              No collections yet. A collection opens and closes by the clock, on every page on the second.
            </Empty>
          ) : (
            <ul className="rows">
              {rows.map((collection) => (
                <CollectionRow key={collection.id} collection={collection} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <More {...collections} />
    </Page>
  )
}

function CollectionRow({ collection }: { collection: DeskCollectionJson }) {
  const now = useNow()
  const maySell = useMay('order.manage')
  const { id, title, phase, zone, opensAt, closesAt, products } = collection
  const isComing = phase === 'hidden' || phase === 'announced'
  const when = isComing
    ? `Opens ${timeNear(opensAt, now, zone)}`
    : closesAt === null
      ? `Since ${timeNear(opensAt, now, zone)}`
      : `${phase === 'closed' ? 'Closed' : 'Closes'} ${timeNear(closesAt, now, zone)}`
  const left = products.reduce((sum, product) => sum + product.left, 0)
  return (
    <Row
      to={`/shop/collections/${id}`}
      title={title}
      dim={phase === 'closed'}
      detail={[when, plural(products.length, 'product'), `${left.toLocaleString('en')} left`].join(' · ')}
      end={
        <>
          {isComing && <span className="countdown">in {countdown(Date.parse(opensAt) - now)}</span>}
          <Badge tone={toneOf(phase)}>{PHASE_WORDS[phase]}</Badge>
          {maySell && (
            <Go to={`/shop/collections/${id}/board`} className="button" aria-label={`Board of ${title}`}>
              Board
            </Go>
          )}
        </>
      }
    />
  )
}
