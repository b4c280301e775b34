import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Platform } from '../platform/platform.ts'
import { secret } from '../platform/settings-store.ts'

const secrets = new WeakMap<Platform, Promise<string>>()

/** Kept once read; a failed attempt (the database was away) is not kept. */
function overlaySecret(p: Platform): Promise<string> {
  const known = secrets.get(p)
  if (known) return known
  const read = secret(p, 'overlays', () => randomBytes(32).toString('base64url'))
  secrets.set(p, read)
  read.catch(() => secrets.delete(p))
  return read
}

/** Opens the producer's overlay of one match, which shows every ruling at once: whoever has it sees ahead of the readers. */
export const overlayKey = async (p: Platform, matchId: string): Promise<string> =>
  createHmac('sha256', await overlaySecret(p))
    .update(matchId)
    .digest('base64url')

export async function isOverlayKey(p: Platform, matchId: string, key: string): Promise<boolean> {
  const right = Buffer.from(await overlayKey(p, matchId))
  const given = Buffer.from(key)
  return given.length === right.length && timingSafeEqual(given, right)
}

export const overlayPath = (matchId: string): string => `/overlay/matches/${matchId}`
