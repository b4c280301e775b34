import { Refusal } from '../platform/http/problem.ts'
import { instantOf } from '../platform/wall-clock.ts'
import type { When } from './wire.ts'

/** The instant that was meant; a wall-clock time that daylight saving skips, or a zone that is none, is refused. */
export function instantOfWhen(when: When): Date {
  if ('at' in when) return new Date(when.at)
  try {
    return instantOf(when.wall, when.zone)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('invalid', `There is no time ${when.wall} in a zone "${when.zone}". Check both.`)
  }
}
