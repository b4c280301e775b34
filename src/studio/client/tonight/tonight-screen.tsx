import { useNow } from '../../../kit/clock.ts'
import { Go, useTitle } from '../../../kit/go.tsx'
import { Problem } from '../../../kit/problem.ts'
import { Failure, Loading } from '../../../kit/states.tsx'
import { useMay, useZone } from '../../../kit/studio-context.ts'
import { clockSeconds, plural } from '../../../kit/time.ts'
import { type Alarm, mergeTimeline, type TonightPart } from '../../../kit/tonight.ts'
import { useLeagueTonight } from '../../../league/studio/public.ts'
import { useLiveTonight } from '../../../live/studio/public.ts'
import { HeadlineInvitation, useNewsroomTonight } from '../../../newsroom/studio/public.ts'
import { useShopTonight } from '../../../shop/studio/public.ts'
import { useLeadStory, useSiteTonight } from '../../../site/studio/public.ts'
import { usePresence } from '../presence.ts'
import { DemoMatch } from './demo-match.tsx'
import { PhonePreview } from './phone-preview.tsx'
import { TimelineView } from './timeline-view.tsx'

/** What is coming, what is live, what is wrong, and how the site looks right now. */
export function TonightScreen() {
  useTitle('Tonight')
  const parts: readonly TonightPart[] = [
    useLiveTonight(),
    useLeagueTonight(),
    useShopTonight(),
    useSiteTonight(),
    useNewsroomTonight(),
  ]
  const now = useNow()
  const timeline = mergeTimeline(
    parts.map(({ entries }) => entries),
    now,
  )
  return (
    <div className="tonight">
      <div className="page">
        <Head />
        <Invitation />
        <DemoMatch />
        <Alarms alarms={parts.flatMap(({ alarms }) => alarms)} />
        {parts.map(({ error }, i) => isTrouble(error) && <Failure key={i} error={error} />)}
        {parts.some(({ loading }) => loading) ? (
          <Loading what="what is on" />
        ) : (
          <TimelineView timeline={timeline} now={now} />
        )}
      </div>
      <PhonePreview />
    </div>
  )
}

/** A module that is off, or that this person has nothing to do with, is simply not there. */
const isTrouble = (error: unknown): boolean =>
  error instanceof Problem && !['forbidden', 'not-found', 'not-signed-in', 'offline'].includes(error.kind)

function Head() {
  const now = useNow()
  const zone = useZone()
  const readers = usePresence()?.readers ?? 0
  return (
    <header className="page-head">
      <h1 tabIndex={-1}>Tonight</h1>
      <p className="reading">
        <b>{readers.toLocaleString('en')}</b> reading now
      </p>
      <time className="house-clock" dateTime={new Date(now).toISOString()} title={zone}>
        {clockSeconds(now, zone)}
      </time>
    </header>
  )
}

function Invitation() {
  const lead = useLeadStory()
  const mayPublish = useMay('story.publish')
  return lead && mayPublish ? <HeadlineInvitation storyId={lead} /> : null
}

function Alarms({ alarms }: { alarms: readonly Alarm[] }) {
  return (
    <div className="alarms" role="status" aria-label={plural(alarms.length, 'alarm')}>
      {alarms.map(({ key, title, words, to }) => (
        <div key={key} className="notice">
          <p>
            <strong>{words}</strong> {title}
          </p>
          <Go to={to} className="button">
            Review
          </Go>
        </div>
      ))}
    </div>
  )
}
