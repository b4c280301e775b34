import type { Source } from '../platform/db/database.ts'
import type { Reading } from '../platform/live/reading.ts'
import { events } from './event-port.ts'
import type { MatchRecord } from './match.ts'
import { inOrder, type LogEntry } from './match-log.ts'
import type { TimedEntry } from './public-log.ts'

type Told = Pick<MatchRecord, 'eventId'> & { log: readonly LogEntry[] }

/** The log with when each fact becomes the readers': at once, or as much later as the event is broadcast. */
export async function timedLog(source: Source | Reading, { eventId, log }: Told): Promise<TimedEntry[]> {
  const entries = inOrder(log)
  if (eventId === null) return entries.map((entry) => ({ ...entry, publicAt: entry.at }))
  const times = await events().publicTimes(
    source,
    eventId,
    entries.map(({ at }) => at),
  )
  return entries.map((entry, i) => ({ ...entry, publicAt: times[i] ?? entry.at }))
}

/** Whether readers may not know everything that has been told of it. */
export const mayTrail = ({ eventId, lastAt }: Pick<MatchRecord, 'eventId' | 'lastAt'>, now: Date): boolean =>
  eventId !== null && lastAt !== null && lastAt.getTime() + events().longestDelayMs > now.getTime()
