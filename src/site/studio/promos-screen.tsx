import { useNow } from '../../kit/clock.ts'
import { Go } from '../../kit/go.tsx'
import { Page } from '../../kit/page.tsx'
import { useList } from '../../kit/read.ts'
import { Badge, Row } from '../../kit/row.tsx'
import { Empty, Loaded, More } from '../../kit/states.tsx'
import { useMay, useZone } from '../../kit/studio-context.ts'
import { countdown, timeNear } from '../../kit/time.ts'
import type { PromoReply } from './wire-types.ts'

export function PromosScreen() {
  const promos = useList<PromoReply>('/api/v1/promos', ['desk:promos', 'promos'])
  const mayManage = useMay('promo.manage')
  return (
    <Page
      title="Promos"
      actions={
        mayManage && (
          <Go to="/promos/new" className="button is-hot">
            New promo
          </Go>
        )
      }
    >
      <Loaded query={promos} what="promos">
        {(rows) =>
          rows.length === 0 ? (
            <Empty>
              No promos. A promo is the hot strip on every page: words, a link and a window of time.
            </Empty>
          ) : (
            <ul className="rows">
              {inOrder(rows).map((promo) => (
                <PromoRow key={promo.id} promo={promo} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <More {...promos} />
    </Page>
  )
}

/** What is on first, then what comes next, and last what is over. */
const RANK: Record<PromoReply['state'], number> = { showing: 0, outranked: 1, paused: 2, coming: 3, over: 4 }
const inOrder = (promos: readonly PromoReply[]): PromoReply[] =>
  promos.toSorted(
    (a, b) =>
      RANK[a.state] - RANK[b.state] ||
      (a.state === 'coming' ? Date.parse(a.opensAt) - Date.parse(b.opensAt) : 0),
  )

const LABEL: Record<PromoReply['state'], string> = {
  coming: 'Coming',
  showing: 'On every page',
  outranked: 'Outranked',
  paused: 'Paused',
  over: 'Over',
}

function PromoRow({ promo }: { promo: PromoReply }) {
  const now = useNow()
  const zone = useZone()
  const until = promo.closesAt ? `until ${timeNear(promo.closesAt, now, zone)}` : 'without an end'
  const next = promo.state === 'coming' ? promo.opensAt : promo.state === 'showing' ? promo.closesAt : null
  return (
    <Row
      to={`/promos/${promo.id}`}
      title={promo.title}
      detail={[
        promo.text,
        `from ${timeNear(promo.opensAt, now, zone)} ${until}`,
        `priority ${promo.priority}`,
      ]
        .filter(Boolean)
        .join(' · ')}
      dim={promo.state === 'over'}
      end={
        <>
          <Badge tone={promo.state === 'showing' ? 'hot' : 'plain'}>{LABEL[promo.state]}</Badge>
          {next && (
            <span className="countdown">
              {promo.state === 'coming' ? 'in' : 'ends in'} {countdown(Date.parse(next) - now)}
            </span>
          )}
        </>
      }
    />
  )
}
