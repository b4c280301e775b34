import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brandStyle } from './brand-style.ts'
import { fontFace } from './font.ts'
import type { Brand } from './wire.ts'

const LOOK = join(import.meta.dirname, 'look')
/** Of every page. */
export const COMMON = ['base', 'shell']
/** What text holds, and what a push may bring into it: clips and cards of every module. */
const TEXT = ['teasers', 'story', 'footage', 'event', 'match-card', 'shop-card']

/** Of pages of a kind, beside that: all that can come to stand on one that is open, in the order of the cascade. */
export const SHEETS: Record<string, readonly string[]> = {
  story: TEXT,
  lists: [...TEXT, 'shop', 'lists'],
  front: ['front', 'shelf', 'event', 'event-pages', 'match-card', 'league', 'shop-card', 'shop'],
  'event-pages': ['event', 'event-pages', 'match-card'],
  'league-pages': ['shelf', 'event', 'match-card', 'league', 'league-pages'],
  'shop-pages': ['shop-card', 'shop', 'shop-pages'],
  checkout: ['shop-card', 'shop', 'checkout'],
}

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
  const css = minify(readFileSync(join(LOOK, `${file}.css`), 'utf8'))
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
export function styleSheet(brand: Brand, kind: string): StyleSheet {
  const own = SHEETS[kind]
  if (!own) throw new Error(`There is no sheet "${kind}" for pages.`)
  const ofBrand = sheets.get(brand) ?? new Map<string, StyleSheet>()
  sheets.set(brand, ofBrand)
  const sheet =
    ofBrand.get(kind) ??
    sheetOf(fontFace(brand) + brandStyle(brand) + [...COMMON, ...own].map(readLook).join(''))
  ofBrand.set(kind, sheet)
  return sheet
}

/** That of a page with a look of its own, which nobody reads meanwhile: it may wait for the font. */
export const bareSheet = (brand: Brand, look: string): StyleSheet =>
  sheetOf(fontFace(brand, 'block') + brandStyle(brand) + minify(look))

const sheetOf = (css: string): StyleSheet => ({
  css,
  source: `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
})
