import { Page } from '../../kit/page.tsx'
import { useRead } from '../../kit/read.ts'
import { Badge } from '../../kit/row.tsx'
import type { ScreenProps } from '../../kit/screen.ts'
import { Loaded } from '../../kit/states.tsx'
import { useZone } from '../../kit/studio-context.ts'
import { dateTime } from '../../kit/time.ts'
import type { OrderDetail } from '../wire.ts'
import { DOORS } from './doors.ts'
import { ResolveButton } from './exceptions.tsx'
import { OrderActions } from './order-actions.tsx'
import { Buyer, Events, Lines, Refunds } from './order-parts.tsx'
import { EXCEPTION_WORDS, isWaiting } from './order-words.ts'

export function OrderScreen({ params }: ScreenProps) {
  const id = params['id'] ?? ''
  const zone = useZone()
  const order = useRead<OrderDetail>(DOORS.order(id), [`desk:order:${id}`])
  return (
    <Loaded query={order} what="the order">
      {(data) => (
        <Page
          title={`Order ${data.number}`}
          beside={
            <>
              <Badge tone={isWaiting(data) ? 'ink' : 'plain'}>{data.label}</Badge>
              <span className="mute">{dateTime(data.at, zone)}</span>
            </>
          }
          actions={
            <a className="button" href={data.path} target="_blank" rel="noreferrer">
              See its page
            </a>
          }
        >
          <OpenExceptions order={data} />
          <div className="columns">
            <div>
              <Lines order={data} />
              <Refunds order={data} />
              <Events order={data} />
            </div>
            <div>
              <OrderActions order={data} />
              <Buyer order={data} />
            </div>
          </div>
        </Page>
      )}
    </Loaded>
  )
}

function OpenExceptions({ order: { openExceptions } }: { order: OrderDetail }) {
  if (openExceptions.length === 0) return null
  return (
    <div className="order-exceptions">
      {openExceptions.map((exception) => (
        <div key={exception.id} className="notice" role="alert">
          <p>
            <strong>{EXCEPTION_WORDS[exception.kind]}.</strong> {exception.says}
          </p>
          <ResolveButton exception={exception} />
        </div>
      ))}
    </div>
  )
}
