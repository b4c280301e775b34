import { useNow } from '../../kit/clock.ts'
import { Go } from '../../kit/go.tsx'
import { Page } from '../../kit/page.tsx'
import { useRead } from '../../kit/read.ts'
import { Badge } from '../../kit/row.tsx'
import type { ScreenProps } from '../../kit/screen.ts'
import { Empty, Loaded } from '../../kit/states.tsx'
import { useMay } from '../../kit/studio-context.ts'
import { countdown } from '../../kit/time.ts'
import type { DropJson } from '../wire.ts'
import { DOORS } from './doors.ts'
import { MinutesChart } from './minutes-chart.tsx'
import { moneyText } from './money.ts'
import { PauseButton } from './pause-button.tsx'
import { VariantBars } from './variant-bars.tsx'

/** A drop as it happens: what is left of what, how fast it goes, and the one button that stops it everywhere. */
export function DropScreen({ params }: ScreenProps) {
  const id = params['id'] ?? ''
  const drop = useRead<DropJson>(DOORS.drop(id), [`desk:drop:${id}`, 'desk:products'])
  return (
    <Loaded query={drop} what="the board">
      {(data) => (
        <Page
          title={data.title}
          windowTitle={`Board of ${data.title}`}
          beside={<Standing drop={data} />}
          actions={
            <Go to={`/shop/collections/${id}`} className="button">
              Collection
            </Go>
          }
        >
          <div className="drop">
            <PauseButton collection={{ id, paused: data.paused }} className="is-big" />
            <Figures drop={data} />
            <MinutesChart drop={data} />
            {data.variants.length === 0 ? (
              <Empty
                action={
                  <Go to={`/shop/collections/${id}`} className="button">
                    Choose its products
                  </Go>
                }
              >
                No product is in this collection yet.
              </Empty>
            ) : (
              <VariantBars variants={data.variants} />
            )}
          </div>
        </Page>
      )}
    </Loaded>
  )
}

function Standing({ drop: { opensAt, closesAt, paused } }: { drop: DropJson }) {
  const now = useNow()
  const opens = opensAt === null ? 0 : Date.parse(opensAt)
  const closes = closesAt === null ? Infinity : Date.parse(closesAt)
  if (now >= closes) return <Badge>Closed</Badge>
  return (
    <>
      {now >= opens ? <Badge tone={paused ? 'ink' : 'hot'}>{paused ? 'Paused' : 'Open'}</Badge> : null}
      {now >= opens && paused ? null : (
        <span className="countdown">
          {now < opens && `opens in ${countdown(opens - now)}`}
          {now >= opens && closes < Infinity && `closes in ${countdown(closes - now)}`}
        </span>
      )}
      {now < opens && paused && <Badge tone="ink">Paused: it will not sell when it opens</Badge>}
    </>
  )
}

function Figures({ drop }: { drop: DropJson }) {
  const maySeeOrders = useMay('order.manage')
  const left = drop.variants.reduce((sum, { onHand, held }) => sum + onHand - held, 0)
  const figures = [
    ['Orders', drop.orders.toLocaleString('en')],
    ['Pieces sold', drop.pieces.toLocaleString('en')],
    ['Left', left.toLocaleString('en')],
    ['Goods sold', moneyText(drop.currency, drop.revenue)],
    ['Open payments', drop.openPayments.toLocaleString('en')],
  ] as const
  return (
    <>
      <dl className="drop-figures">
        {figures.map(([name, figure]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
      {drop.exceptions > 0 && maySeeOrders && (
        <div className="notice" role="status">
          <p>
            <strong>{drop.exceptions}</strong> of its orders need somebody to look at them.
          </p>
          <Go to="/shop/orders?filter=exceptions" className="button">
            Review
          </Go>
        </div>
      )}
    </>
  )
}
