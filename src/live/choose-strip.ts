import { announceAt, phaseAt, type PhaseView, plannedEnd } from './phase.ts'
import type { Seen } from './public-time.ts'

/** An event that may take the strip, as the onlooker knows it. */
export interface Contender extends Seen {
  id: string
}

/** The minute before a start and the minute after an end belong to that event. */
export const HANDOVER_SECONDS = 60
/** So long the strip has final words, unless something better comes. */
export const FINAL_WORDS_SECONDS = 15 * 60

const secondsBetween = (a: Date, b: Date): number => (b.getTime() - a.getTime()) / 1000

interface Place {
  /** Lower goes first. */
  rank: number
  /** Among equals, lower goes first. */
  order: number
}

/** Which place an event has in the competition for the strip; null: none. The rule is told in docs/guides/strip.md. */
function placeOf({ details, facts }: Contender, view: PhaseView, now: Date): Place | null {
  const latestStartFirst = -(view.startedAt ?? details.startsAt).getTime()
  const nearestStartFirst = details.startsAt.getTime()
  const age = view.since ? secondsBetween(view.since, now) : Infinity
  switch (view.phase) {
    case 'live':
      return { rank: 1, order: latestStartFirst }
    case 'paused':
      return { rank: 2, order: latestStartFirst }
    case 'starting-soon':
      if (Math.abs(secondsBetween(now, details.startsAt)) <= HANDOVER_SECONDS)
        return { rank: 0, order: nearestStartFirst }
      return now < plannedEnd(details) ? { rank: 3, order: nearestStartFirst } : null
    case 'scheduled':
      return announceAt(details) <= now ? { rank: 5, order: nearestStartFirst } : null
    case 'ended':
    case 'cancelled':
    case 'postponed':
      if (facts.length === 0 || !view.since || age >= FINAL_WORDS_SECONDS) return null
      if (view.startedAt)
        return age < HANDOVER_SECONDS ? { rank: 1, order: latestStartFirst } : { rank: 4, order: age }
      return announceAt(details) <= view.since ? { rank: 4, order: age } : null
  }
}

/** Which event the strip shows, of all that compete for it. */
export function chooseStrip<C extends Contender>(
  contenders: readonly C[],
  now: Date,
): { event: C; view: PhaseView } | null {
  const placed = contenders.flatMap((event) => {
    const view = phaseAt(event, now)
    const place = placeOf(event, view, now)
    return place ? [{ event, view, place }] : []
  })
  placed.sort(
    (a, b) =>
      a.place.rank - b.place.rank || a.place.order - b.place.order || (a.event.id < b.event.id ? -1 : 1),
  )
  return placed[0] ?? null
}

const shifted = (at: Date, seconds: number): Date => new Date(at.getTime() + seconds * 1000)

/** The instants at which time alone may change an event's place. */
export const stripInstants = ({ details, facts }: Seen): Date[] => [
  shifted(details.startsAt, -HANDOVER_SECONDS),
  // Just after the handover, since its last instant still belongs to it.
  shifted(details.startsAt, HANDOVER_SECONDS + 0.001),
  plannedEnd(details),
  // What was only said differently is no turn of the event.
  ...facts
    .filter(({ kind }) => kind !== 'edit')
    .flatMap(({ at }) => [shifted(at, HANDOVER_SECONDS), shifted(at, FINAL_WORDS_SECONDS)]),
]
