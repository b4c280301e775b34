import { Refusal } from './http/problem.ts'

/** The instant that a wall clock in a zone shows as `2026-11-22T20:00`. An hour that occurs twice means its first pass, unless told. */
export function instantOf(wall: string, zone: string, which: 'earlier' | 'later' = 'earlier'): Date {
  const plain = plainOf(wall)
  const zoned = plain.toZonedDateTime(zone, { disambiguation: which })
  if (Temporal.PlainDateTime.compare(zoned.toPlainDateTime(), plain) !== 0)
    throw new Refusal(
      'unprocessable',
      `On ${plain.toPlainDate().toString()} the clocks of ${zone} skip ${plain.toPlainTime().toString().slice(0, 5)}. Choose an hour before or after it.`,
    )
  return new Date(zoned.epochMilliseconds)
}

function plainOf(wall: string): Temporal.PlainDateTime {
  try {
    return Temporal.PlainDateTime.from(wall)
  } catch {
    throw new Refusal('invalid', `There is no such time as ${wall}. Write it like 2026-11-22T20:00.`)
  }
}

/** What a wall clock in that zone shows at an instant, to the second. */
export const wallOf = (instant: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })
