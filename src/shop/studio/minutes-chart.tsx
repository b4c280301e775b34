import { useNow } from '../../kit/clock.ts'
import { useZone } from '../../kit/studio-context.ts'
import { clockTime, plural } from '../../kit/time.ts'
import type { DropJson } from '../wire.ts'
import { minutesOf } from './drop-minutes.ts'

const WIDTH = 300
const HEIGHT = 60
/** So that a first single order does not fill the chart. */
const LEAST_TOP = 4

/** Orders per minute of the last half hour. */
export function MinutesChart({ drop }: { drop: DropJson }) {
  const now = useNow()
  const zone = useZone()
  const minutes = minutesOf(drop.ordersPerMinute, now)
  const top = Math.max(LEAST_TOP, ...minutes.map(({ orders }) => orders))
  const step = WIDTH / minutes.length
  const current = minutes.at(-1)?.orders ?? 0
  const most = Math.max(...minutes.map(({ orders }) => orders))
  return (
    <figure className="minutes">
      <figcaption>
        <b>{current.toLocaleString('en')}</b> {current === 1 ? 'order' : 'orders'} this minute
        <span className="mute"> · at most {plural(most, 'order')} a minute in this half hour</span>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {minutes.map(({ minute, orders }, i) => {
          const height = (HEIGHT * orders) / top
          return (
            <rect
              key={minute}
              x={i * step + 1}
              y={HEIGHT - Math.max(1, height)}
              width={step - 2}
              height={Math.max(1, height)}
              className={orders === 0 ? 'is-none' : ''}
            />
          )
        })}
      </svg>
      <p className="minutes-scale mute" aria-hidden="true">
        <span>{clockTime(minutes[0]?.minute ?? now, zone)}</span>
        <span>{clockTime(now, zone)}</span>
      </p>
    </figure>
  )
}
