import { createHash } from 'node:crypto'
import { type Html, raw } from '../html.ts'
import type { Reading } from './reading.ts'

/** Renders what the public may see of a region now; `null` when there is nothing (any more). */
export type RegionRenderer = (reading: Reading, id: string) => Promise<Html | null>

/** `strip`, `front/lead`, `story:*\/headline`: a key in which `*` stands for one id. */
export type RegionPattern = string

export interface RenderedRegion {
  /** The inner HTML; `null`: gone. */
  html: string | null
  hash: string
}

const KEY = /^([a-z][a-z-]*)(?::([\w.~-]{1,120}))?(\/[a-z][a-z-]*)?$/

function parseKey(key: string): { pattern: RegionPattern; id: string } | null {
  const match = KEY.exec(key)
  if (!match) return null
  return { pattern: `${match[1]}${match[2] === undefined ? '' : ':*'}${match[3] ?? ''}`, id: match[2] ?? '' }
}

export const hashOf = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 11)

/** Every region that any module knows, by pattern. The same function renders a region into the page and into the push. */
export class RegionRegistry {
  readonly #renderers = new Map<RegionPattern, RegionRenderer>()

  add(regions: Record<RegionPattern, RegionRenderer>): void {
    for (const [pattern, renderer] of Object.entries(regions)) {
      if (this.#renderers.has(pattern)) throw new Error(`The region "${pattern}" is registered twice.`)
      this.#renderers.set(pattern, renderer)
    }
  }

  knows(key: string): boolean {
    const parsed = parseKey(key)
    return parsed !== null && this.#renderers.has(parsed.pattern)
  }

  async render(key: string, reading: Reading): Promise<RenderedRegion> {
    const parsed = parseKey(key)
    const renderer = parsed && this.#renderers.get(parsed.pattern)
    const html = parsed && renderer ? await renderer(reading, parsed.id) : null
    const text = html?.toString().trim() ?? null
    return { html: text, hash: text === null ? 'gone' : hashOf(text) }
  }
}

// NUL cannot come out of PostgreSQL's text nor through the doors, so no content can forge a marker.
const MARK = '\u0000'

/** Stands for a live region in a page or within another region; the composer puts the region's element there. */
export function region(key: string): Html {
  if (!KEY.test(key)) throw new Error(`"${key}" is not a region key.`)
  return raw(`${MARK}${key}${MARK}`)
}

export const regionKeysIn = (markup: string): string[] => [
  ...new Set(markup.split(MARK).filter((_, i) => isKey(i))),
]

export const placeRegions = (markup: string, elementOf: (key: string) => string): string =>
  markup
    .split(MARK)
    .map((part, i) => (isKey(i) ? elementOf(part) : part))
    .join('')

/** Between two marks. */
const isKey = (i: number): boolean => i % 2 === 1

/** The element that carries a live region: `data-region` and `data-hash` are what the browser resumes with. */
export const regionElement = (key: string, { html, hash }: RenderedRegion): string =>
  `<div data-region="${key}" data-hash="${hash}">${html ?? ''}</div>`
