import { Go } from '../../../kit/go.tsx'
import { Empty } from '../../../kit/states.tsx'
import { useZone } from '../../../kit/studio-context.ts'
import { clockTime, countdown, dayWords } from '../../../kit/time.ts'
import type { Timeline, TonightEntry } from '../../../kit/tonight.ts'

export function TimelineView({ timeline, now }: { timeline: Timeline; now: number }) {
  const zone = useZone()
  if (timeline.before.length + timeline.after.length === 0)
    return (
      <Empty
        action={
          <>
            <Go to="/events/new">Make an event</Go>
            <Go to="/stories/new">Write a story</Go>
            <Go to="/promos/new">Make a promo</Go>
          </>
        }
      >
        Nothing is on and nothing is planned yet.
      </Empty>
    )
  return (
    <ol className="timeline" aria-label="Timeline">
      {timeline.before.map((entry) => (
        <Entry key={entry.key} entry={entry} now={now} />
      ))}
      <li className="now-line" aria-label={`Now, ${clockTime(now, zone)}`}>
        {clockTime(now, zone)}
      </li>
      {timeline.after.map((entry) => (
        <Entry key={entry.key} entry={entry} now={now} />
      ))}
    </ol>
  )
}

const LOOK: Record<TonightEntry['state'], string> = { past: 'row is-dim', on: 'row is-on', coming: 'row' }

function Entry({ entry: { at, title, detail, state, to, verb }, now }: { entry: TonightEntry; now: number }) {
  const zone = useZone()
  const day = dayWords(at, zone)
  return (
    <li className={LOOK[state]}>
      <time className="row-lead" dateTime={at}>
        {clockTime(at, zone)}
        {day !== dayWords(now, zone) && <span className="row-day">{day}</span>}
      </time>
      <div className="row-words">
        <div className="row-title">
          <Go to={to}>{title}</Go>
        </div>
        <div className="row-detail">{detail}</div>
      </div>
      <div className="row-end">
        {state === 'coming' && <span className="countdown">in {countdown(Date.parse(at) - now)}</span>}
        {verb && (
          <Go
            to={to}
            className={state === 'on' ? 'button is-hot' : 'button'}
            aria-label={`${verb}: ${title}`}
          >
            {verb}
          </Go>
        )}
      </div>
    </li>
  )
}
