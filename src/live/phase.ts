import type { EventDetails } from './event.ts'
import type { Seen } from './public-time.ts'
import type { Phase } from './wire.ts'

export interface PhaseView {
  phase: Phase
  /** Since when; null: since ever. */
  since: Date | null
  startedAt: Date | null
  /** The start that is still to come, if it is known. */
  countdownTo: Date | null
  /** What the host said to it. */
  words: string
}

type Fact = Seen['facts'][number]

/** What the facts alone say; `open`: nothing yet, the schedule decides. */
type Course =
  | { is: 'open' }
  | { is: 'live' | 'paused'; startedAt: Date; since: Date; words: string }
  | { is: 'ended' | 'cancelled' | 'postponed'; startedAt: Date | null; since: Date; words: string }

const before = (at: Date, seconds: number): Date => new Date(at.getTime() - seconds * 1000)

export const announceAt = ({ startsAt, announceSeconds }: EventDetails): Date =>
  before(startsAt, announceSeconds)
export const soonAt = ({ startsAt, soonSeconds }: EventDetails): Date => before(startsAt, soonSeconds)
export const plannedEnd = (details: EventDetails, startedAt: Date | null = null): Date =>
  before(startedAt ?? details.startsAt, -details.plannedMinutes * 60)

/** An event's phase, from its schedule, what the onlooker knows of its facts, and the clock. */
export function phaseAt({ details, facts }: Seen, now: Date): PhaseView {
  const course = courseOf(details, facts)
  return course.is === 'open' ? byTheSchedule(details, now) : byTheFacts(course)
}

function byTheSchedule(details: EventDetails, now: Date): PhaseView {
  const { startsAt, startsBy } = details
  const soon = soonAt(details)
  const countdownTo = startsAt > now ? startsAt : null
  const view = { since: null, startedAt: null, countdownTo, words: '' }
  if (startsAt <= now && startsBy === 'clock')
    return { ...view, phase: 'live', since: startsAt, startedAt: startsAt }
  return soon <= now ? { ...view, phase: 'starting-soon', since: soon } : { ...view, phase: 'scheduled' }
}

const byTheFacts = (course: Exclude<Course, { is: 'open' }>): PhaseView => ({
  phase: course.is,
  since: course.since,
  startedAt: course.startedAt,
  countdownTo: null,
  words: course.words,
})

function courseOf(details: EventDetails, facts: readonly Fact[]): Course {
  const undone = new Set(facts.flatMap((fact) => (fact.undoes === null ? [] : [fact.undoes])))
  let course: Course = { is: 'open' }
  for (const fact of facts) if (!undone.has(fact.seq)) course = next(course, fact, details)
  return course
}

function next(course: Course, fact: Fact, details: EventDetails): Course {
  const { at: since, words } = fact
  const startedAt = startOf(course, fact.at, details)
  switch (fact.kind) {
    case 'start':
    case 'resume':
      return {
        is: 'live',
        startedAt: startedAt ?? since,
        since: fact.kind === 'start' ? (startedAt ?? since) : since,
        words,
      }
    case 'pause':
      return { is: 'paused', startedAt: startedAt ?? since, since, words }
    case 'end':
      return { is: 'ended', startedAt: startedAt ?? since, since, words }
    case 'cancel':
      return { is: 'cancelled', startedAt, since, words }
    case 'postpone':
      return fact.moved ? { is: 'open' } : { is: 'postponed', startedAt, since, words }
    case 'reopen':
      return startedAt ? { is: 'live', startedAt, since, words } : { is: 'open' }
    case 'undo':
    case 'edit':
    case 'delay':
      return course
  }
}

/** When it had started by then, if it had: by a host, or by the clock alone. */
function startOf(course: Course, at: Date, { startsAt, startsBy }: EventDetails): Date | null {
  if (course.is !== 'open') return course.startedAt
  return startsBy === 'clock' && startsAt <= at ? startsAt : null
}

/** The instants at which the schedule itself changes the phase or what is said with it. */
export const scheduleInstants = (details: EventDetails): Date[] => [
  announceAt(details),
  soonAt(details),
  details.startsAt,
]

export interface PhaseFrom {
  from: Date
  view: PhaseView
}

/** The phases that have been announced and are still to come, should nobody do anything. */
export const timelineOf = (seen: Seen, now: Date): PhaseFrom[] =>
  scheduleInstants(seen.details)
    .filter((from) => from > now)
    .map((from) => ({ from, view: phaseAt(seen, from) }))
    .filter(({ view }, i, all) => view.phase !== (i === 0 ? phaseAt(seen, now) : all[i - 1]?.view)?.phase)

export const LABELS: Record<Phase, string> = {
  scheduled: 'Live Event',
  'starting-soon': 'Starting Soon',
  live: 'Live',
  paused: 'Technical Difficulties',
  ended: 'Final',
  postponed: 'Postponed',
  cancelled: 'Cancelled',
}

export const isOver = ({ phase }: { phase: Phase }): boolean => phase === 'ended' || phase === 'cancelled'
export const isNow = ({ phase }: { phase: Phase }): boolean =>
  phase === 'live' || phase === 'paused' || phase === 'starting-soon'
