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
 * Where the font is late, capitals of Arial as wide as League Gothic's, measured over the alphabet in Chromium; what
 * other devices have in its place comes near. `optional`: what has been painted is not set in another font while somebody reads it.
 */
const FALLBACK =
  "@font-face{font-family:'League Gothic Fallback';src:local('Arial'),local('Liberation Sans'),local('Roboto'),local('Noto Sans'),local('DejaVu Sans');size-adjust:53%;ascent-override:183%;descent-override:43%;line-gap-override:0%}"

export const fontFace = ({ displayFont }: Brand, lateness: 'optional' | 'block' = 'optional'): string =>
  displayFont === 'league-gothic'
    ? `@font-face{font-family:'League Gothic';src:url(${FONT_ADDRESS}) format('woff2');font-display:${lateness}}${FALLBACK}`
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
