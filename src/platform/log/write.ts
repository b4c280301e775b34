import { type Database, type Queries, runSql, type Source } from '../db/database.ts'
import type { Clock } from '../clock.ts'
import { actingUnder } from './acting-under.ts'
import { commitWith, type LastCall, type Outcome } from './change-store.ts'

/** One use case's transaction: its rows, what they touch, and what shall happen because of them, all or nothing. */
export interface Write extends Source {
  readonly now: Date
  /** Names what this effect changes, as it was before and as it is after. */
  touch(...topics: string[]): void
  /** Has these topics change at an instant to come, by time alone. */
  schedule(at: Date, ...topics: string[]): void
  /** Has a function of the database called in the round trip of the commit: what it locks is locked no longer than that. */
  withCommit(call: LastCall): void
}

export type Writer = <T>(act: (w: Write) => Promise<T>) => Promise<T>

/** `onCommit` is told after each commit what it has touched. */
export function createWriter(
  db: Database,
  clock: Clock,
  onCommit: (topics: ReadonlySet<string>) => void,
): Writer {
  return async (act) => {
    const topics = new Set<string>()
    const instants = new Map<number, Set<string>>()
    const calls: LastCall[] = []
    const result = await inTransaction(db, { topics, instants, calls }, (q) =>
      act({
        q,
        now: clock.now(),
        touch: (...touched) => touched.forEach((topic) => topics.add(topic)),
        schedule: (at, ...later) => {
          const ms = at.getTime()
          instants.set(ms, (instants.get(ms) ?? new Set()).union(new Set(later)))
          topics.add('instants')
        },
        withCommit: (call) => void calls.push(call),
      }),
    )
    if (topics.size > 0) onCommit(topics)
    return result
  }
}

/** Its own begin and commit, so that the log's rows go in the round trip of the commit: they then cost writers next to nothing. */
const inTransaction = <T>(
  db: Database,
  left: Omit<Outcome, 'request'>,
  act: (q: Queries) => Promise<T>,
): Promise<T> =>
  db.q.connection().execute(async (q) => {
    await runSql(q, 'begin', [])
    try {
      const value = await act(q)
      await commitWith({ q }, { ...left, request: actingUnder.getStore() })
      return value
    } catch (error) {
      // Over a broken connection there is nothing left to roll back, and the first error says why.
      await runSql(q, 'rollback', []).catch(() => undefined)
      throw left.calls.map(({ refused }) => refused?.(error)).find(Boolean) ?? error
    }
  })
