import { stripInstants } from './choose-strip.ts'
import { type EventDetails, type EventRecord, pathOf } from './event.ts'
import { isOver, phaseAt, type PhaseView, plannedEnd, scheduleInstants } from './phase.ts'
import { heldBack, publicFacts, type Seen, seenByPublic, seenByStudio } from './public-time.ts'

/** An event as one onlooker sees it at an instant. */
export interface EventView {
  id: string
  slug: string
  path: string
  show: EventRecord['show']
  details: EventDetails
  phase: PhaseView
  seen: Seen
  /** Counts what this onlooker has seen change. */
  revision: number
  changedAt: Date
}

/** What readers may see of an event now; null for a draft. Every public door asks this and nothing else. */
export function publicView(event: EventRecord, now: Date): EventView | null {
  if (event.draft) return null
  const seen = seenByPublic(event, now)
  const held = heldBack(event, now).length
  return {
    ...viewOf(event, seen, now),
    revision: event.revision - held,
    changedAt: held === 0 ? event.updatedAt : (seen.facts.at(-1)?.at ?? event.createdAt),
  }
}

/** What the studio sees: nothing held back. */
export function studioView(event: EventRecord, now: Date): EventView {
  const view = viewOf(event, seenByStudio(event), now)
  return { ...view, revision: event.revision, changedAt: event.updatedAt }
}

const viewOf = ({ id, slug, show }: EventRecord, seen: Seen, now: Date) => ({
  id,
  slug,
  path: pathOf({ slug }),
  show,
  details: seen.details,
  phase: withFinalWords(phaseAt(seen, now), seen.details),
  seen,
})

/** An ended event says its final words, which may be mended afterwards. */
export const withFinalWords = (view: PhaseView, details: EventDetails): PhaseView =>
  view.phase === 'ended' ? { ...view, words: details.finalWords } : view

const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000)

/** A start that nobody made, an end that nobody made, a break that nobody ended. */
export const LATE_START_MINUTES = 1
export const OVERTIME_MINUTES = 15
export const LONG_PAUSE_MINUTES = 5

/** Every instant to come at which time alone may change what anybody sees of the event. */
export function instantsOf(event: EventRecord, now: Date): Date[] {
  const studio = seenByStudio(event)
  const facts = publicFacts(event)
  const earlier = facts.flatMap(({ before, publicAt }) => (before && publicAt > now ? [before] : []))
  const versions = [event.details, ...earlier]
  const instants = [
    ...versions.flatMap((details) => [
      ...scheduleInstants(details),
      ...stripInstants({
        details,
        facts: facts.map((fact) => ({ ...fact, moved: false, at: fact.publicAt })),
      }),
    ]),
    ...facts.map((fact) => fact.publicAt),
    ...alarmInstants(event.details, phaseAt(studio, now)),
  ]
  const unique = new Map(instants.filter((at) => at > now).map((at) => [at.getTime(), at]))
  return [...unique.values()].sort((a, b) => a.getTime() - b.getTime())
}

const alarmInstants = (details: EventDetails, view: PhaseView): Date[] =>
  isOver(view)
    ? []
    : [
        minutesAfter(details.startsAt, LATE_START_MINUTES),
        minutesAfter(plannedEnd(details, view.startedAt), OVERTIME_MINUTES),
        ...(view.since ? [minutesAfter(view.since, LONG_PAUSE_MINUTES)] : []),
      ]
