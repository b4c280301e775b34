import type { DeskMatchJson, FactJson, NewFact } from '../wire.ts'

/** A fact that this browser has told and the server's log does not show yet. */
export interface Waiting {
  fact: NewFact
  /** ms since 1970. */
  madeAt: number
  /** The head of the server's log that it was made on. */
  base: number
}

/** Why the queue stands still until the host has answered. Both versions are kept meanwhile. */
export type Question =
  /** Another host has told `theirs`, after which `mine` does not fit. */
  | { kind: 'clash'; mine: NewFact; theirs: readonly FactJson[]; why: string }
  /** The server will not take it. */
  | { kind: 'refused'; mine: NewFact; why: string }

/** What is known of one match's rulings on their way. Pure: the desk around it keeps, sends and waits. */
export interface RulingQueue {
  waiting: readonly Waiting[]
  /** Ids of those under way. */
  sending: readonly string[]
  /** Sendings that did not arrive, in a row. */
  failures: number
  /** After a batch was refused: one by one, to find out which. */
  single: boolean
  question: Question | null
}

export type QueueEvent =
  | { type: 'made'; waiting: Waiting }
  /** What this browser's storage holds by now: this tab's own, and what another tab has added or settled. */
  | { type: 'kept'; waiting: readonly Waiting[] }
  | { type: 'sending'; ids: readonly string[] }
  /** The server has taken what was under way; its log has been heard before this. */
  | { type: 'arrived' }
  | { type: 'lost' }
  | { type: 'refused'; why: string }
  | { type: 'heard'; match: DeskMatchJson; fits: Fits }
  | { type: 'dropped'; ids: readonly string[] }
  | { type: 'again' }

/** Whether a fact may be told of a match whose log is this: `null`, or why not. */
export type Fits = (log: readonly FactJson[], fact: NewFact) => string | null

export const emptyQueue: RulingQueue = {
  waiting: [],
  sending: [],
  failures: 0,
  single: false,
  question: null,
}

export function step(queue: RulingQueue, event: QueueEvent): RulingQueue {
  switch (event.type) {
    case 'made':
      return { ...queue, waiting: [...queue.waiting, event.waiting] }
    case 'kept':
      return withWaiting(queue, merge(queue.waiting, event.waiting))
    case 'sending':
      return { ...queue, sending: event.ids }
    case 'arrived':
      return { ...queue, sending: [], failures: 0, single: false }
    case 'lost':
      return { ...queue, sending: [], failures: queue.failures + 1 }
    case 'refused':
      return refuse(queue, event.why)
    case 'heard':
      return hear(queue, event.match, event.fits)
    case 'dropped':
      return withWaiting(
        queue,
        queue.waiting.filter(({ fact }) => !event.ids.includes(fact.id)),
      )
    case 'again':
      return { ...queue, question: null, failures: 0 }
  }
}

const idOf = ({ fact }: Waiting): string => fact.id

/** In the order in which they were made, which is that of their ids. */
const merge = (mine: readonly Waiting[], kept: readonly Waiting[]): Waiting[] =>
  [...new Map([...kept, ...mine].map((each) => [idOf(each), each])).values()].sort((a, b) =>
    idOf(a) < idOf(b) ? -1 : 1,
  )

function withWaiting(queue: RulingQueue, waiting: readonly Waiting[]): RulingQueue {
  const ids = new Set(waiting.map(idOf))
  const here = (id: string) => ids.has(id)
  const question = queue.question && here(queue.question.mine.id) ? queue.question : null
  return { ...queue, waiting, sending: queue.sending.filter(here), question }
}

function refuse(queue: RulingQueue, why: string): RulingQueue {
  const [id, ...more] = queue.sending
  const now = { ...queue, sending: [], failures: 0, single: true }
  const mine = queue.waiting.find((each) => idOf(each) === id)?.fact
  if (more.length > 0 || !mine) return now
  return { ...now, question: { kind: 'refused', mine, why } }
}

/**
 * The server's log by now. What it shows is settled; what waits is set upon it. Where another host has told something
 * meanwhile after which one of ours does not fit, the host is asked, unless both said the same.
 */
function hear(queue: RulingQueue, match: DeskMatchJson, fits: Fits): RulingQueue {
  const shown = new Set(match.facts.map(({ fact }) => fact.id))
  const mine = new Set(queue.waiting.map(idOf))
  const settled = withWaiting(
    queue,
    queue.waiting.filter((each) => !shown.has(idOf(each))),
  )
  const base = Math.min(...settled.waiting.map((each) => each.base))
  const theirs = match.facts.filter(({ seq, fact }) => seq > base && !mine.has(fact.id))
  if (theirs.length === 0) return { ...settled, waiting: basedOn(settled.waiting, match.head) }
  return rebase(settled, match, theirs, fits)
}

const basedOn = (waiting: readonly Waiting[], base: number): Waiting[] =>
  waiting.map((each) => ({ ...each, base }))

function rebase(
  queue: RulingQueue,
  match: DeskMatchJson,
  theirs: readonly FactJson[],
  fits: Fits,
): RulingQueue {
  const kept: Waiting[] = []
  let log = match.facts
  for (const each of queue.waiting) {
    const why = overrules(each.fact, theirs) ?? fits(log, each.fact)
    if (why !== null && theirs.some(({ fact }) => isSame(fact, each.fact))) continue
    if (why !== null)
      return {
        ...withWaiting(queue, [...kept, ...queue.waiting.slice(queue.waiting.indexOf(each))]),
        question: { kind: 'clash', mine: each.fact, theirs, why },
      }
    kept.push(each)
    log = [...log, asTold(each, log)]
  }
  return { ...withWaiting(queue, basedOn(kept, match.head)), question: null }
}

/** The later of two changes of one ruling would win unseen. */
const overrules = (fact: NewFact, theirs: readonly FactJson[]): string | null =>
  fact.kind === 'amend' &&
  theirs.some((each) => each.fact.kind === 'amend' && each.fact.target === fact.target)
    ? 'Another host has changed the same ruling.'
    : null

/** Whether two facts say the same, whoever told them. */
export const isSame = (a: NewFact, b: NewFact): boolean => sayingOf(a) === sayingOf(b)

const sayingOf = (fact: NewFact): string =>
  JSON.stringify(Object.entries({ ...fact, id: '', reason: '' }).sort(([a], [b]) => (a < b ? -1 : 1)))

/** A waiting fact as the log will show it. */
function asTold({ fact, madeAt }: Waiting, log: readonly FactJson[]): FactJson {
  const at = new Date(madeAt).toISOString()
  return { seq: (log.at(-1)?.seq ?? 0) + 1, at, by: null, publicAt: at, stands: true, fact }
}

/** The log with what waits behind it: what the console shows. */
export function logWith(queue: RulingQueue, facts: readonly FactJson[]): FactJson[] {
  const shown = new Set(facts.map(({ fact }) => fact.id))
  const log = [...facts]
  for (const each of queue.waiting) if (!shown.has(idOf(each))) log.push(asTold(each, log))
  return log
}

export const MOST_IN_A_BATCH = 50

/** What to send next: in order, and nothing beyond what the host is asked about. */
export function nextBatch(queue: RulingQueue): Waiting[] {
  if (queue.sending.length > 0 || queue.question) return []
  return queue.waiting.slice(0, queue.single ? 1 : MOST_IN_A_BATCH)
}

const FIRST_MS = 500
const LONGEST_MS = 8000

/** How long to wait before the next try; `chance`: 0 to 1, so that many do not come back at once. */
export const waitMs = ({ failures }: RulingQueue, chance: number): number =>
  failures === 0 ? 0 : Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS) * (0.75 + chance / 2)
