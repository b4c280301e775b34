import type { EventRecord } from './event.ts'
import { LATE_START_MINUTES, LONG_PAUSE_MINUTES, OVERTIME_MINUTES } from './event-view.ts'
import { phaseAt, plannedEnd } from './phase.ts'
import { seenByStudio } from './public-time.ts'
import type { Alarm } from './wire.ts'

const MINUTE_MS = 60_000
const minutesSince = (at: Date, now: Date): number => Math.floor((now.getTime() - at.getTime()) / MINUTE_MS)

/** What somebody at the desk should see to. An event never starts or ends by itself because of it. */
export function alarmsOf(event: EventRecord, now: Date): Alarm[] {
  const { details } = event
  const { phase, since, startedAt } = phaseAt(seenByStudio(event), now)
  const alarms: Alarm[] = []
  const raise = (kind: Alarm['kind'], at: Date, grace: number, says: (minutes: number) => string) => {
    const minutes = minutesSince(at, now)
    if (minutes >= grace) alarms.push({ kind, since: at.toISOString(), says: says(minutes) })
  }
  const { title } = details
  if (phase === 'starting-soon')
    raise(
      'late-start',
      details.startsAt,
      LATE_START_MINUTES,
      (late) => `“${title}” should have started ${late} min ago. Start it, postpone it or cancel it.`,
    )
  if (phase === 'live' || phase === 'paused')
    raise(
      'over-planned-end',
      plannedEnd(details, startedAt),
      OVERTIME_MINUTES,
      (over) => `“${title}” is ${over} min over its planned end. End it when it is over.`,
    )
  if (phase === 'paused' && since)
    raise(
      'paused-long',
      since,
      LONG_PAUSE_MINUTES,
      (paused) => `“${title}” has been paused for ${paused} min. Resume it or end it.`,
    )
  return alarms
}
