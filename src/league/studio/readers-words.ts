import { dateTime } from '../../kit/time.ts'
import type { DeskMatchJson } from '../wire.ts'

const SECOND_MS = 1000

/** By how much readers trail what is ruled now: as the last fact had it. */
export function delaySeconds({ facts }: DeskMatchJson): number {
  const last = facts.at(-1)
  return last ? Math.max(0, Math.round((Date.parse(last.publicAt) - Date.parse(last.at)) / SECOND_MS)) : 0
}

/** What readers see of the match now. */
export function readersWords(match: DeskMatchJson, now: number): string {
  const { draft, heldUntil, publicPoints, heldBack, zone, facts } = match
  if (draft) return 'Readers see nothing: it is a draft'
  if (heldUntil !== null && Date.parse(heldUntil) > now)
    return `Readers see no result until ${dateTime(heldUntil, zone)}`
  const next = heldBack > 0 ? facts.find(({ publicAt }) => Date.parse(publicAt) > now) : undefined
  const soon = next ? Math.ceil((Date.parse(next.publicAt) - now) / SECOND_MS) : 0
  if (!publicPoints) return next ? `Readers see it begin in ${soon} s` : 'Readers see no score yet'
  const score = `Readers see ${publicPoints[0]} – ${publicPoints[1]}`
  if (next) return `${score}, more in ${soon} s`
  const delay = delaySeconds(match)
  return delay > 0 ? `${score}, ${delay} s later than you` : score
}
