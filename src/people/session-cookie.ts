import { createHmac, timingSafeEqual } from 'node:crypto'

/** Both names that better-auth gives its session cookie: the first under https. */
const NAMES = ['__Secure-pressbox.session_token', 'pressbox.session_token']

export const hasSessionCookie = (header: string | null): boolean => readCookie(header) !== null

/** The token in a request's session cookie; `null`: none, or one that was not signed here. */
export function readSessionToken(header: string | null, secret: string): string | null {
  const value = readCookie(header)
  const cut = value?.lastIndexOf('.') ?? -1
  if (!value || cut < 1) return null
  const token = value.slice(0, cut)
  const given = Buffer.from(value.slice(cut + 1), 'base64')
  const expected = createHmac('sha256', secret).update(token).digest()
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null
}

function readCookie(header: string | null): string | null {
  for (const part of (header ?? '').split(';')) {
    const cut = part.indexOf('=')
    if (cut > 0 && NAMES.includes(part.slice(0, cut).trim())) return decode(part.slice(cut + 1).trim())
  }
  return null
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
