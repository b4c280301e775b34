import type { Reading } from '../platform/live/reading.ts'
import { brandClock, type BrandClock, shortDate, shortTime } from '../platform/brand-clock.ts'
import { chooseStrip, type Contender, stripInstants } from './choose-strip.ts'
import { type EventDetails, type EventRecord, pathOf } from './event.ts'
import { instantsOf, withFinalWords } from './event-view.ts'
import { announceAt, LABELS, type PhaseView, scheduleInstants } from './phase.ts'
import { seenByPublic } from './public-time.ts'
import { recordsOfOpen } from './read-events.ts'
import type { Phase } from './wire.ts'

/** What the strip says between two instants. */
export interface StripFace {
  eventId: string
  path: string
  /** null: since before this was rendered. */
  from: Date | null
  /** null: until something happens that is not known yet. */
  until: Date | null
  phase: Phase
  label: string
  title: string
  subtitle: string
  words: string
  countdownTo: Date | null
  /** Only while there is something to watch. */
  action: { label: string; href: string } | null
}

/** An open page is told so many flips ahead; by the time that they are through it has been told more. */
const MOST_FACES = 8
const HORIZON_MS = 24 * 3_600_000

type Candidate = Contender & { path: string }

/** The strip's announced timeline; the first face is the current one unless its `from` is to come. */
export async function stripFaces(reading: Reading): Promise<StripFace[]> {
  reading.topic('strip')
  const [events, clock] = await Promise.all([recordsOfOpen(reading), brandClock(reading)])
  for (const event of events) reading.until(instantsOf(event, reading.now)[0])
  return facesOf(events, reading.now, clock)
}

/** Which event the strip shows readers at this instant. */
export const stripEventId = (events: readonly EventRecord[], now: Date): string | null =>
  chooseStrip(candidatesOf(events, now), now)?.event.id ?? null

/** Only what has been announced by now: what is announced later comes as news of its own. */
const candidatesOf = (events: readonly EventRecord[], now: Date): Candidate[] =>
  events
    .filter((event) => !event.draft)
    .map((event) => ({ id: event.id, path: pathOf(event), ...seenByPublic(event, now) }))
    .filter(({ details, facts }) => announceAt(details) <= now || facts.length > 0)

export function facesOf(events: readonly EventRecord[], now: Date, clock: BrandClock): StripFace[] {
  const candidates = candidatesOf(events, now)
  const instants = [null, ...flipsOf(candidates, now)]
  const faces: StripFace[] = []
  instants.forEach((from, i) => {
    const chosen = chooseStrip(candidates, from ?? now)
    if (!chosen) return
    const until = instants[i + 1] ?? null
    const face = { ...faceOf(chosen.event, chosen.view, clock), from, until }
    const last = faces.at(-1)
    if (last && says(last) === says(face) && last.until?.getTime() === from?.getTime()) last.until = until
    else faces.push(face)
  })
  return faces.slice(0, MOST_FACES)
}

const says = ({ from: _from, until: _until, ...face }: StripFace): string => JSON.stringify(face)

function flipsOf(candidates: readonly Candidate[], now: Date): Date[] {
  const end = now.getTime() + HORIZON_MS
  const times = candidates
    .flatMap((candidate) => [...scheduleInstants(candidate.details), ...stripInstants(candidate)])
    .map((at) => at.getTime())
    .filter((at) => at > now.getTime() && at < end)
  return [...new Set(times)].sort((a, b) => a - b).map((at) => new Date(at))
}

function faceOf(
  { id, path, details }: Candidate,
  phase: PhaseView,
  clock: BrandClock,
): Omit<StripFace, 'from' | 'until'> {
  return {
    eventId: id,
    path,
    phase: phase.phase,
    label: LABELS[phase.phase],
    title: details.title,
    subtitle: details.subtitle,
    words: wordsFor(details, phase, clock),
    countdownTo: phase.phase === 'starting-soon' ? phase.countdownTo : null,
    action: phase.phase === 'live' ? actionFor(details, phase, path) : null,
  }
}

/** What is said beside the title: when it is, what went wrong, how it ended. */
export function wordsFor(details: EventDetails, phase: PhaseView, clock: BrandClock): string {
  if (phase.phase === 'scheduled') return whenFor(details, clock)
  if (phase.phase === 'starting-soon') return phase.countdownTo ? '' : 'Any moment now'
  return withFinalWords(phase, details).words
}

/** Announced within the week, the day of the week says which day it is. */
const A_WEEK_SECONDS = 6 * 86_400
export const whenFor = ({ startsAt, announceSeconds }: EventDetails, clock: BrandClock): string =>
  announceSeconds <= A_WEEK_SECONDS ? shortTime(clock, startsAt) : shortDate(clock, startsAt)

/** What a reader can do about it. */
export function actionFor(
  { action, watchUrl }: EventDetails,
  { phase }: PhaseView,
  path: string,
): { label: string; href: string } {
  if (phase === 'live') return action ?? { label: 'Watch now', href: watchUrl ?? path }
  return { label: phase === 'ended' ? 'Catch up' : 'Details', href: path }
}
