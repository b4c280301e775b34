import { audit, type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Write } from '../platform/log/write.ts'
import type { Platform } from '../platform/platform.ts'
import { problemOf } from './check-fact.ts'
import { followMatch } from './follow-match.ts'
import { foldOf, type MatchRecord, matchSubject, sidesOf } from './match.ts'
import { inOrder, type LogEntry } from './match-log.ts'
import { toDeskMatch } from './match-json.ts'
import { resultOf } from './match-result.ts'
import { appendFacts, requireMatch } from './match-store.ts'
import { moveEvent } from './move-event.ts'
import type { FactBatch, NewFact } from './wire.ts'

/** A match is never told more: twelve rounds take about thirty. */
const MOST_FACTS = 2000

/**
 * Adds what a host told to the log of a match, in order, each fact once. `at`: for what Pressbox itself tells of the past (the seed).
 *
 * What other hosts told since `base` is merged with: these facts come after theirs, as long as each may still be told then and none
 * amends what they amended too. Else all of the batch is refused as stale, with the match as it is.
 */
export async function recordFacts(
  p: Platform,
  person: Person,
  id: string,
  { base, facts }: FactBatch,
  at?: Date,
): Promise<MatchRecord> {
  requireRight(person, 'match.rule')
  return p.write(async (w) => {
    const match = await requireMatch(w, id)
    const fresh = freshFacts(match, facts)
    if (fresh.length === 0) return match
    requirePlayable(match, fresh)
    const others = othersSince(match, base, facts)
    if (base > match.head || amendTheSame(others, fresh)) throw await stale(w, match, STALE)
    const instant = instantFor(w, person, match, at)
    const added: LogEntry[] = []
    for (const fact of fresh) {
      const problem = problemOf(playing(match), [...match.log, ...added], fact)
      if (problem && others.length > 0) throw await stale(w, match, `${STALE} (${problem})`)
      if (problem) throw new Refusal('conflict', problem, { fact: fact.id })
      added.push({ seq: match.head + added.length + 1, at: instant, by: person.id, fact })
    }
    return append(w, person, match, added)
  })
}

const STALE =
  'Somebody else has ruled meanwhile. Look at the match as it is now, then rule again what is left.'

const stale = async (w: Write, match: MatchRecord, says: string): Promise<Refusal> =>
  new Refusal('stale', says, { current: await toDeskMatch(w, match, w.now) })

/** Those that are not in the log yet. One sent again must say the same. */
function freshFacts({ log }: MatchRecord, facts: readonly NewFact[]): NewFact[] {
  const known = new Map(log.map(({ fact }) => [fact.id, fact]))
  const fresh = new Map<string, NewFact>()
  for (const fact of facts) {
    const before = known.get(fact.id) ?? fresh.get(fact.id)
    if (before && !saysTheSame(before, fact))
      throw new Refusal(
        'conflict',
        'A fact with this id was told already, and said something else. Give each fact an id of its own.',
        {
          fact: fact.id,
        },
      )
    if (!before) fresh.set(fact.id, fact)
  }
  return [...fresh.values()]
}

const saysTheSame = (a: NewFact, b: NewFact): boolean => canonical(a) === canonical(b)

/** Whatever the order in which its fields were sent and kept. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )

function requirePlayable({ draft, head }: MatchRecord, fresh: readonly NewFact[]): void {
  if (draft) throw new Refusal('unprocessable', 'This match is a draft. Make it public first.')
  if (head + fresh.length > MOST_FACTS)
    throw new Refusal('unprocessable', `A match keeps ${MOST_FACTS} facts at most. Make a new match.`)
}

function othersSince({ log }: MatchRecord, base: number, facts: readonly NewFact[]): LogEntry[] {
  const ours = new Set(facts.map(({ id }) => id))
  return log.filter(({ seq, fact }) => seq > base && !ours.has(fact.id))
}

/** Two corrections of one ruling: the later must not win unseen. */
function amendTheSame(others: readonly LogEntry[], fresh: readonly NewFact[]): boolean {
  const targets = new Set(others.flatMap(({ fact }) => (fact.kind === 'amend' ? [fact.target] : [])))
  return fresh.some((fact) => fact.kind === 'amend' && targets.has(fact.target))
}

const playing = (match: MatchRecord) => ({
  rules: match.ruleset,
  sides: sidesOf(match),
  players: [linedUp(match, 0), linedUp(match, 1)] as const,
})

const linedUp = ({ lineups }: MatchRecord, place: 0 | 1): ReadonlySet<string> =>
  new Set([...lineups[place].active, ...lineups[place].bench])

/** Now, and never before what was told already: two processes' clocks may differ by milliseconds. */
function instantFor(w: Write, person: Person, { lastAt }: MatchRecord, at?: Date): Date {
  if (at && person.kind !== 'system')
    throw new Refusal('forbidden', 'What happens in a match happens now: leave out "at".')
  const instant = at ?? w.now
  return lastAt && lastAt > instant ? lastAt : instant
}

async function append(
  w: Write,
  person: Person,
  match: MatchRecord,
  added: readonly LogEntry[],
): Promise<MatchRecord> {
  const log = inOrder([...match.log, ...added])
  const last = added.at(-1)
  const after: MatchRecord = {
    ...match,
    frozen: true,
    log,
    head: last?.seq ?? match.head,
    lastAt: last?.at ?? match.lastAt,
  }
  const saved = { ...after, result: resultOf(foldOf(after)) }
  await appendFacts(w, saved, added, saved.result)
  await moveEvent(w, person, match, saved)
  await auditFacts(w, person, match, added)
  await followMatch(w, match, saved)
  return saved
}

/** What each says stands in the log of the match, with who told it. */
async function auditFacts(
  w: Write,
  person: Person,
  match: MatchRecord,
  added: readonly LogEntry[],
): Promise<void> {
  const [first] = added
  if (!first) return
  const kinds = added.map(({ fact }) => fact.kind)
  const action = kinds.length === 1 ? `match.${first.fact.kind}` : 'match.facts'
  await audit(w, person, action, matchSubject(match), { from: first.seq, kinds })
}
