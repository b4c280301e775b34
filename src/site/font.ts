import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { hashOf } from '../platform/live/regions.ts'
import type { Brand } from './wire.ts'

const FILE = fileURLToPath(
  import.meta.resolve('@fontsource/league-gothic/files/league-gothic-latin-400-normal.woff2'),
)

const bytes = readFileSync(FILE)

/** The one web font; its name carries its hash, so that it never changes under it. */
export const FONT_NAME = `league-gothic-${hashOf(bytes.toString('latin1'))}.woff2`
export const FONT_ADDRESS = `/fonts/${FONT_NAME}`

/**
 * The fallback is measured to League Gothic's own box, so that nothing jumps when the font comes: a bold Arial
 * is about twice as wide. Ascent and descent are League Gothic's own, divided by the adjustment.
 */
const FALLBACK =
  "@font-face{font-family:'League Gothic Fallback';src:local('Arial Narrow Bold'),local('Liberation Sans Narrow Bold'),local('Impact');size-adjust:76%;ascent-override:125%;descent-override:33%;line-gap-override:0%}"

export const fontFace = ({ displayFont }: Brand): string =>
  displayFont === 'league-gothic'
    ? `@font-face{font-family:'League Gothic';src:url(${FONT_ADDRESS}) format('woff2');font-display:swap}${FALLBACK}`
    : ''

export const fontResponse = (name: string): Response =>
  name === FONT_NAME
    ? new Response(new Uint8Array(bytes), {
        headers: {
          'content-type': 'font/woff2',
          'cache-control': 'public, max-age=31536000, immutable',
          'x-content-type-options': 'nosniff',
        },
      })
    : new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } })
