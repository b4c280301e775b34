import type { Database, Source } from '../db/database.ts'
import type { Clock } from '../clock.ts'
import { insertInstants, insertPending } from './change-store.ts'

/** One use case's transaction: its rows, what they touch, and what shall happen because of them, all or nothing. */
export interface Write extends Source {
  readonly now: Date
  /** Names what this effect changes, as it was before and as it is after. */
  touch(...topics: string[]): void
  /** Has these topics change at an instant to come, by time alone. */
  schedule(at: Date, ...topics: string[]): Promise<void>
}

export type Writer = <T>(act: (w: Write) => Promise<T>) => Promise<T>

/** `onCommit` is told after each commit that there is something to push. */
export function createWriter(db: Database, clock: Clock, onCommit: () => void): Writer {
  return async (act) => {
    const topics = new Set<string>()
    const result = await db.q.transaction().execute(async (q) => {
      const write: Write = {
        q,
        now: clock.now(),
        touch: (...touched) => touched.forEach((topic) => topics.add(topic)),
        schedule: async (at, ...later) => {
          await insertInstants({ q }, at, later)
          topics.add('instants')
        },
      }
      const value = await act(write)
      await insertPending({ q }, [...topics])
      return value
    })
    if (topics.size > 0) onCommit()
    return result
  }
}
