import type { StyleSheet } from './style-sheet.ts'

/** Reader pages carry no inline script and no style attribute; embeds load only when a reader asks for them. */
const policy = (styleSource: string, filesSource: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${styleSource}`,
    `img-src 'self' data:${filesSource}`,
    "font-src 'self'",
    "connect-src 'self'",
    `media-src 'self'${filesSource}`,
    "manifest-src 'self'",
    'frame-src https://www.youtube-nocookie.com https://player.vimeo.com',
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; ')

const YEAR_S = 31_536_000

const originOf = (url: string | undefined): string => (url === undefined ? '' : ` ${new URL(url).origin}`)

export const securityHeaders = (
  sheet: StyleSheet,
  base: string,
  filesUrl: string | undefined,
): Record<string, string> => ({
  'content-security-policy': policy(sheet.source, originOf(filesUrl)),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
  ...(base.startsWith('https:') ? { 'strict-transport-security': `max-age=${YEAR_S}` } : {}),
})
