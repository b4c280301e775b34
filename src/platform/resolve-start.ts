import { Refusal } from './http/problem.ts'
import type { Start } from './start-wire.ts'
import { instantOf } from './wall-clock.ts'

const EARLIEST = Date.UTC(2000, 0)
const LATEST = Date.UTC(2100, 0)

/** The instant that a person meant. An hour that daylight saving skips is refused; of one that comes twice `which` decides. */
export function resolveStart(start: Start): { startsAt: Date; zone: string } {
  requireZone(start.zone)
  const startsAt = 'at' in start ? new Date(start.at) : instantOf(start.wall, start.zone, start.which)
  if (startsAt.getTime() < EARLIEST || startsAt.getTime() >= LATEST)
    throw new Refusal('invalid', 'The start must lie between the years 2000 and 2100.')
  return { startsAt, zone: start.zone }
}

function requireZone(zone: string): void {
  try {
    Intl.DateTimeFormat('en', { timeZone: zone })
  } catch {
    throw new Refusal('invalid', `"${zone}" is not a time zone. Choose one such as America/Chicago.`)
  }
}
