import type { NewFact } from './wire.ts'

/** One line of a match's log. */
export interface LogEntry {
  seq: number
  at: Date
  by: string | null
  fact: NewFact
}

export type FactOf<K extends NewFact['kind']> = Extract<NewFact, { kind: K }>

/** What stands in the log and is neither an undo nor a redo. */
export type Deed = LogEntry & { fact: Exclude<NewFact, { kind: 'undo' | 'redo' }> }
type Taker = LogEntry & { fact: FactOf<'undo'> | FactOf<'redo'> }

const isTaker = (entry: LogEntry): entry is Taker => entry.fact.kind === 'undo' || entry.fact.kind === 'redo'
const isDeed = (entry: LogEntry): entry is Deed => !isTaker(entry)

/** In the order of the log, each fact once, however the entries came. */
export function inOrder<E extends LogEntry>(entries: readonly E[]): E[] {
  const seen = new Set<string>()
  return entries
    .toSorted((a, b) => a.seq - b.seq)
    .filter(({ fact }) => !seen.has(fact.id) && seen.add(fact.id))
}

/**
 * Which entries count. An entry is taken back by an undo or a redo that names it, unless that is taken back itself.
 * `knownTo(taker, taken)`: whether this onlooker lets that taker count against that entry.
 */
export function standingOf<E extends LogEntry>(
  entries: readonly E[],
  knownTo: (taker: E, taken: E) => boolean = () => true,
): Set<E> {
  const takers = Map.groupBy(
    entries.filter((entry) => isTaker(entry)),
    ({ fact }) => fact.target,
  )
  const known = new Map<E, boolean>()
  // A taker names an earlier entry, so this ends.
  const stands = (entry: E): boolean => {
    const before = known.get(entry)
    if (before !== undefined) return before
    const answer = !(takers.get(entry.fact.id) ?? []).some(
      (taker) => taker.seq > entry.seq && knownTo(taker, entry) && stands(taker),
    )
    known.set(entry, answer)
    return answer
  }
  return new Set(entries.filter(stands))
}

export const deedsOf = (entries: Iterable<LogEntry>): Deed[] => [...entries].filter(isDeed)

/** The fact that an undo takes back now: the last that stands. */
export const undoableOf = (standing: ReadonlySet<LogEntry>): string | null =>
  deedsOf(standing).at(-1)?.fact.id ?? null

/** The undo that a redo takes back now: the last that stands, if nothing has been done since. */
export function redoableOf(entries: readonly LogEntry[], standing: ReadonlySet<LogEntry>): string | null {
  const lastDeed = entries.findLast(isDeed)?.seq ?? 0
  const undo = entries.findLast(
    (entry) => entry.fact.kind === 'undo' && entry.seq > lastDeed && standing.has(entry),
  )
  return undo?.fact.id ?? null
}
