import { call } from '../../kit/call.ts'
import { useNow } from '../../kit/clock.ts'
import { useAct, useRead } from '../../kit/read.ts'
import { Row } from '../../kit/row.tsx'
import { Empty, Loaded } from '../../kit/states.tsx'
import { relative } from '../../kit/time.ts'
import type { ExceptionJson } from '../wire.ts'
import { DOORS } from './doors.ts'
import { EXCEPTION_WORDS } from './order-words.ts'

/** What Pressbox cannot settle by itself: each stays until somebody says that they have seen to it. */
export function Exceptions() {
  const exceptions = useRead<{ items: ExceptionJson[] }>(DOORS.exceptions, ['desk:orders'])
  return (
    <Loaded query={exceptions} what="exceptions">
      {({ items }) =>
        items.length === 0 ? (
          <Empty>Nothing needs you: every payment has ended as an order or a refund.</Empty>
        ) : (
          <ul className="rows">
            {items.map((exception) => (
              <ExceptionRow key={exception.id} exception={exception} />
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}

function ExceptionRow({ exception }: { exception: ExceptionJson }) {
  const now = useNow()
  const { orderId, orderNumber, kind, says, at } = exception
  return (
    <Row
      to={`/shop/orders/${orderId}`}
      lead={<span className="order-number">{orderNumber}</span>}
      title={EXCEPTION_WORDS[kind]}
      detail={`${says} (${relative(Date.parse(at), now)})`}
      end={<ResolveButton exception={exception} />}
    />
  )
}

export function ResolveButton({ exception: { id, orderNumber } }: { exception: ExceptionJson }) {
  const resolve = useAct<void>(() => call('POST', DOORS.resolve(id)), { says: 'Taken off the list.' })
  return (
    <button
      type="button"
      className="button"
      aria-label={`I have seen to it: order ${orderNumber}`}
      disabled={resolve.isPending}
      onClick={() => resolve.mutate()}
    >
      I have seen to it
    </button>
  )
}
