import type { EventDetails, EventFact, EventRecord } from './event.ts'

/** A fact and when it becomes the readers'. */
export interface TimedFact extends EventFact {
  publicAt: Date
}

const later = (...instants: Date[]): Date => instants.reduce((a, b) => (b > a ? b : a))
const plus = (at: Date, seconds: number): Date => new Date(at.getTime() + seconds * 1000)

/**
 * Public time. A fact becomes public at its instant plus the delay in force, never before an earlier one. Raising the
 * delay moves what is still held back; lowering it releases that, in order. A change of the delay itself shows nothing.
 */
export function revealTimes(delaySeconds: number, facts: readonly EventFact[]): TimedFact[] {
  const timed: TimedFact[] = []
  let delay = delaySeconds
  for (const fact of facts) {
    if (fact.kind === 'delay') {
      delay = fact.delaySeconds ?? delay
      moveHeldBack(timed, fact.at, delay)
      continue
    }
    const earlier = timed.at(-1)?.publicAt ?? fact.at
    timed.push({ ...fact, publicAt: later(plus(fact.at, delay), earlier) })
  }
  return timed
}

function moveHeldBack(timed: TimedFact[], at: Date, delay: number): void {
  let floor = at
  for (const fact of timed) {
    if (fact.publicAt <= at) continue
    fact.publicAt = later(plus(fact.at, delay), floor)
    floor = fact.publicAt
  }
}

/** What readers ever get to see: an action that was taken back while it was still held back is no news, nor is its undoing. */
export function withoutWithdrawn(timed: readonly TimedFact[]): TimedFact[] {
  const kept: TimedFact[] = []
  for (const fact of timed) {
    const last = kept.at(-1)
    if (fact.kind === 'undo' && last?.seq === fact.undoes && fact.at < last.publicAt) kept.pop()
    else kept.push(fact)
  }
  return kept
}

export const publicFacts = (event: EventRecord): TimedFact[] =>
  withoutWithdrawn(revealTimes(event.delaySeconds, event.facts))

/** The delay that holds for what the studio does next. */
export const delayInForce = ({ delaySeconds, facts }: EventRecord): number =>
  facts.findLast((fact) => fact.kind === 'delay')?.delaySeconds ?? delaySeconds

export interface Seen {
  details: EventDetails
  facts: {
    kind: EventFact['kind']
    seq: number
    undoes: number | null
    at: Date
    words: string
    moved: boolean
  }[]
}

const toSeen = (fact: EventFact, at: Date): Seen['facts'][number] => ({
  kind: fact.kind,
  seq: fact.seq,
  undoes: fact.undoes,
  at,
  words: fact.words,
  moved: fact.startsAt !== null,
})

/** The event as its readers may know it at an instant. To them a fact happens when they see it. */
export function seenByPublic(event: EventRecord, now: Date): Seen {
  const facts = publicFacts(event)
  const held = facts.filter((fact) => fact.publicAt > now)
  const details = held.find((fact) => fact.before)?.before ?? event.details
  return {
    details,
    facts: facts.filter((fact) => fact.publicAt <= now).map((fact) => toSeen(fact, fact.publicAt)),
  }
}

/** The event as the studio knows it. */
export const seenByStudio = (event: EventRecord): Seen => ({
  details: event.details,
  facts: event.facts.filter((fact) => fact.kind !== 'delay').map((fact) => toSeen(fact, fact.at)),
})

/** What readers have yet to see. */
export const heldBack = (event: EventRecord, now: Date): TimedFact[] =>
  publicFacts(event).filter((fact) => fact.publicAt > now)
