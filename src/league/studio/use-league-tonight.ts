import { useNow } from '../../kit/clock.ts'
import { useList } from '../../kit/read.ts'
import { useIsOn } from '../../kit/studio-context.ts'
import { plural } from '../../kit/time.ts'
import type { Alarm, TonightEntry, TonightPart } from '../../kit/tonight.ts'
import type { DeskMatchLine } from '../wire.ts'
import { DOORS } from './doors.ts'
import { waitingHere } from './ruling-keep.ts'

const TOPICS = ['desk:league', 'desk:match:*']
const NONE: DeskMatchLine[] = []
/** From so long before its start on, a host goes to the console. */
const SOON_MS = 3 * 3_600_000
/** A ruling that has waited for less is on its way. */
const PATIENCE_MS = 10_000

export function useLeagueTonight(): TonightPart {
  const isOn = useIsOn('league')
  const now = useNow()
  const matches = useList<DeskMatchLine>(isOn ? DOORS.deskMatches : null, TOPICS)
  return {
    entries: (matches.data ?? NONE).filter(({ draft }) => !draft).map((match) => entryOf(match, now)),
    alarms: isOn ? alarmsOf(matches.data ?? NONE, now) : [],
    error: matches.error,
    loading: matches.isLoading,
  }
}

function entryOf(match: DeskMatchLine, now: number): TonightEntry {
  const state = match.phase === 'scheduled' || match.phase === null ? 'coming' : match.phase === 'ended' ? 'past' : 'on' // prettier-ignore
  const urgent = state === 'on' || (state === 'coming' && Date.parse(match.scheduledAt) - now < SOON_MS)
  return {
    key: `match:${match.id}`,
    at: match.scheduledAt,
    title: scoreLine(match),
    detail: ['Match', `No. ${match.number}`, match.words === '' ? '' : match.words]
      .filter(Boolean)
      .join(' · '),
    state,
    ...(match.eventId && { standsFor: `event:${match.eventId}` }),
    to: urgent ? `/matches/${match.id}/console` : `/matches/${match.id}`,
    ...(urgent && { verb: 'Open console' }),
  }
}

/** "Harbor City 7 – 6 Night Owls"; before the start the title. */
export function scoreLine({ title, sides, points, phase }: DeskMatchLine): string {
  if (!points || phase === 'scheduled' || phase === null) return title
  return `${sides[0].name} ${points[0]} – ${points[1]} ${sides[1].name}`
}

/** What this browser has not sent, of whichever match. */
function alarmsOf(matches: readonly DeskMatchLine[], now: number): Alarm[] {
  return waitingHere()
    .filter(({ since }) => now - since > PATIENCE_MS)
    .map(({ matchId, count }) => ({
      key: `rulings:${matchId}`,
      title: matches.find(({ id }) => id === matchId)?.title ?? 'a match',
      words: `${plural(count, 'ruling')} wait in this browser.`,
      to: `/matches/${matchId}/console`,
    }))
}
