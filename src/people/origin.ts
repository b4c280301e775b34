import { bearerOf } from './identify.ts'

/**
 * Whether a write may come from where it says it does. Browsers name the page that sends it; who sends a bearer token is no
 * browser that was talked into it; and what names nothing is no browser.
 */
export function originAllowed(request: Request, publicUrl: string | undefined): boolean {
  if (bearerOf(request) !== null) return true
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = request.headers.get('origin')
  if (origin === null) return true
  if (!URL.canParse(origin)) return false
  const { host } = new URL(origin)
  return host === request.headers.get('host') || (publicUrl !== undefined && host === new URL(publicUrl).host)
}
