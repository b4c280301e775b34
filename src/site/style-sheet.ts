import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brandStyle } from './brand-style.ts'
import { fontFace } from './font.ts'
import type { Brand } from './wire.ts'

const LOOK = join(import.meta.dirname, 'look')
/** In the order of the cascade. */
const FILES = [
  'base.css',
  'shell.css',
  'lists.css',
  'front.css',
  'story.css',
  'footage.css',
  'event.css',
  'league.css',
  'shop.css',
]

/** Comments and needless space go; nothing that changes a meaning is tried. */
export const minify = (css: string): string =>
  css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,>]) ?/g, '$1')
    .replaceAll(/([\w-]): /g, '$1:')
    .replaceAll(';}', '}')
    .trim()

const minified = new Map<string, string>()

function readLook(file: string): string {
  const known = minified.get(file)
  if (known !== undefined) return known
  const path = join(LOOK, file)
  const css = existsSync(path) ? minify(readFileSync(path, 'utf8')) : ''
  minified.set(file, css)
  return css
}

export interface StyleSheet {
  css: string
  /** As a source in a Content-Security-Policy. */
  source: string
}

/** A brand is one object until it changes, and its sheets are made once. */
const sheets = new WeakMap<Brand, Map<string, StyleSheet>>()

/** The one style sheet of a page, inlined and allowed by its hash: of every page, and what those of its kind have beside it. */
export function styleSheet(brand: Brand, own = ''): StyleSheet {
  const ofBrand = sheets.get(brand) ?? new Map<string, StyleSheet>()
  sheets.set(brand, ofBrand)
  const sheet =
    ofBrand.get(own) ??
    sheetOf(
      fontFace(brand) +
        brandStyle(brand) +
        FILES.map(readLook).join('') +
        (own === '' ? '' : readLook(`${own}.css`)),
    )
  ofBrand.set(own, sheet)
  return sheet
}

/** That of a page with a look of its own, which nobody reads meanwhile: it may wait for the font. */
export const bareSheet = (brand: Brand, look: string): StyleSheet =>
  sheetOf(fontFace(brand, 'block') + brandStyle(brand) + minify(look))

const sheetOf = (css: string): StyleSheet => ({
  css,
  source: `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
})
