import { useNow } from '../../kit/clock.ts'
import { Tabs } from '../../kit/field.tsx'
import { Go, useAddressWord } from '../../kit/go.tsx'
import { Page } from '../../kit/page.tsx'
import { useList } from '../../kit/read.ts'
import { Badge, Row } from '../../kit/row.tsx'
import { Empty, Loaded, More } from '../../kit/states.tsx'
import { useMay, useZone } from '../../kit/studio-context.ts'
import { countdown, timeNear } from '../../kit/time.ts'
import type { DeskEventJson } from '../wire.ts'
import { PHASE_WORDS } from './phase-words.ts'

type Shown = 'now' | 'coming' | 'past' | 'drafts'
const SHOWN: readonly (readonly [Shown, string])[] = [
  ['coming', 'Coming'],
  ['now', 'Now'],
  ['past', 'Past'],
  ['drafts', 'Drafts'],
]
const EMPTY: Record<Shown, string> = {
  now: 'Nothing is live or about to start.',
  coming: 'No event is planned.',
  past: 'No event is over yet.',
  drafts: 'No drafts.',
}

export function EventsScreen() {
  const [shown, setShown] = useAddressWord('state', 'coming')
  const events = useList<DeskEventJson>(`/api/v1/desk/events?state=${shown}`, ['desk:events'])
  const mayManage = useMay('event.manage')
  return (
    <Page
      title="Events"
      actions={
        mayManage && (
          <>
            <Go to="/shows" className="button">
              Shows
            </Go>
            <Go to="/events/new" className="button is-hot">
              New event
            </Go>
          </>
        )
      }
    >
      <div className="toolbar">
        <Tabs label="Which events" value={shown as Shown} options={SHOWN} onChange={setShown} />
      </div>
      <Loaded query={events} what="events">
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{EMPTY[shown as Shown] ?? 'Nothing here.'}</Empty>
          ) : (
            <ul className="rows">
              {rows.map((event) => (
                <EventRow key={event.id} event={event} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <More {...events} />
    </Page>
  )
}

function EventRow({ event }: { event: DeskEventJson }) {
  const now = useNow()
  const zone = useZone()
  const { countdownTo } = event.phase
  return (
    <Row
      to={`/events/${event.id}`}
      title={event.title}
      detail={[timeNear(event.startsAt, now, zone), event.subtitle, event.show?.title]
        .filter(Boolean)
        .join(' · ')}
      end={
        <>
          {event.onStrip && <Badge>On the strip</Badge>}
          {event.alarms.length > 0 && <Badge tone="hot">{event.alarms[0]?.says}</Badge>}
          <Phases event={event} />
          {countdownTo && <span className="countdown">in {countdown(Date.parse(countdownTo) - now)}</span>}
        </>
      }
    />
  )
}

/** How it stands, and how readers see it, where that differs. */
export function Phases({ event: { phase, publicPhase, draft } }: { event: DeskEventJson }) {
  if (draft) return <Badge>Draft</Badge>
  const tone = phase.phase === 'live' ? 'hot' : phase.phase === 'paused' ? 'ink' : 'plain'
  return (
    <>
      <Badge tone={tone}>{PHASE_WORDS[phase.phase]}</Badge>
      {publicPhase && publicPhase.phase !== phase.phase && (
        <Badge>Readers see: {PHASE_WORDS[publicPhase.phase]}</Badge>
      )}
    </>
  )
}
