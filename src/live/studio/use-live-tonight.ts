import { useList } from '../../kit/read.ts'
import { useIsOn } from '../../kit/studio-context.ts'
import { plural } from '../../kit/time.ts'
import type { TonightEntry, TonightPart } from '../../kit/tonight.ts'
import type { DeskEventJson } from '../wire.ts'
import { PHASE_WORDS } from './phase-words.ts'

const TOPICS = ['desk:events']
const NONE: DeskEventJson[] = []

export function useLiveTonight(): TonightPart {
  const isOn = useIsOn('live')
  const asked = (path: string) => (isOn ? path : null)
  const now = useList<DeskEventJson>(asked('/api/v1/desk/events?state=now'), TOPICS)
  const coming = useList<DeskEventJson>(asked('/api/v1/desk/events?state=coming'), TOPICS)
  const past = useList<DeskEventJson>(asked('/api/v1/desk/events?state=past&limit=5'), TOPICS)
  const alarming = useList<DeskEventJson>(asked('/api/v1/desk/events?state=alarms'), TOPICS)
  const events = [...(now.data ?? NONE), ...(coming.data ?? NONE), ...(past.data ?? NONE)]
  return {
    entries: events.filter(({ draft, phase }) => !draft && phase.phase !== 'postponed').map(entryOf),
    alarms: (alarming.data ?? NONE).flatMap((event) =>
      event.alarms.map(({ kind, says }) => ({
        key: `${event.id}/${kind}`,
        title: event.title,
        words: says,
        to: `/events/${event.id}`,
      })),
    ),
    error: now.error ?? coming.error,
    loading: now.isLoading || coming.isLoading || past.isLoading,
  }
}

function entryOf(event: DeskEventJson): TonightEntry {
  const { phase } = event.phase
  const state = phase === 'live' || phase === 'paused' ? 'on' : isOver(event) ? 'past' : 'coming'
  return {
    key: `event:${event.id}`,
    at: (state === 'past' ? event.phase.since : event.phase.startedAt) ?? event.startsAt,
    title: event.title,
    detail: detailOf(event),
    state,
    to: `/events/${event.id}`,
    ...(state === 'on' || phase === 'starting-soon' ? { verb: 'Run it' } : {}),
  }
}

const isOver = ({ phase: { phase } }: DeskEventJson): boolean => phase === 'ended' || phase === 'cancelled'

function detailOf(event: DeskEventJson): string {
  const delay = event.delaySeconds > 0 ? `readers trail by ${plural(event.delaySeconds, 'second')}` : ''
  const strip = event.onStrip ? 'on the strip' : ''
  return ['Event', PHASE_WORDS[event.phase.phase], event.subtitle, delay, strip]
    .filter((part) => part !== '')
    .join(' · ')
}
