/** The offset of a zone at an instant, in ms: positive east of Greenwich. */
function offsetAt(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant)
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value)
  const asUtc = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return asUtc - Math.floor(instant / 1000) * 1000
}

/** What a `datetime-local` field shows for an instant: `2026-11-20T20:15`, or with its seconds. */
export function toWallClock(instant: string | number, zone: string, seconds = false): string {
  const ms = new Date(instant).getTime()
  return new Date(ms + offsetAt(ms, zone)).toISOString().slice(0, seconds ? 19 : 16)
}

/** The instant (ISO, UTC) of a wall clock in a zone; `null` in the hour that daylight saving skips. Of an hour that comes twice, the first. */
export function fromWallClock(wall: string, zone: string): string | null {
  const asUtc = Date.parse(`${wall}Z`)
  if (Number.isNaN(asUtc)) return null
  const DAY = 86_400_000
  const candidates = [asUtc - offsetAt(asUtc - DAY, zone), asUtc - offsetAt(asUtc + DAY, zone)]
  const instant = candidates.sort((a, b) => a - b).find((ms) => toWallClock(ms, zone) === wall.slice(0, 16))
  return instant === undefined ? null : new Date(instant).toISOString()
}

/** `GMT-5`, as readers of that zone know it. */
export const zoneName = (zone: string, instant: number): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'short' })
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')?.value ?? zone

interface Span {
  zone: string
  /** Wall clocks; without an end: empty. */
  from: string
  until: string
}

/** What is wrong with when something opens and closes, in a sentence. */
export function spanProblem({ from, until, zone }: Span): string | null {
  const opens = fromWallClock(from, zone)
  const closes = until === '' ? null : fromWallClock(until, zone)
  if (opens === null) return 'Say when it opens.'
  if (until !== '' && closes === null) return 'Say when it closes, or leave it empty.'
  if (closes !== null && closes <= opens) return 'It closes before it opens. Change one of the two times.'
  return null
}
