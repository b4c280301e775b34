import { timingSafeEqual } from 'node:crypto'
import type { MatchBrief } from './match.ts'

/** What lies over the picture, for OBS; without the key it is the viewers', in their time. */
export const viewersOverlayPath = ({ id }: Pick<MatchBrief, 'id'>): string => `/overlay/matches/${id}`

/** The producer's: it shows every ruling at once. */
export const overlayPath = (match: Pick<MatchBrief, 'id' | 'overlaySecret'>): string =>
  `${viewersOverlayPath(match)}?key=${match.overlaySecret}`

/** Whoever has the key sees ahead of the readers. */
export function isOverlayKey({ overlaySecret }: Pick<MatchBrief, 'overlaySecret'>, key: string): boolean {
  const [right, given] = [Buffer.from(overlaySecret), Buffer.from(key)]
  return given.length === right.length && timingSafeEqual(given, right)
}
