import type { Derived, Entry } from './derived.ts'
import { placeRegions, regionElement, regionKeysIn, type RenderedRegion } from './regions.ts'

type Found = ReadonlyMap<string, Entry<RenderedRegion>>

const GONE: RenderedRegion = { html: null, hash: 'gone' }

/** The regions that the markup places, and those that they place within themselves. */
export async function regionsWithin(regions: Derived<RenderedRegion>, markup: string): Promise<Found> {
  const found = new Map<string, Entry<RenderedRegion>>()
  let wanted = regionKeysIn(markup)
  while (wanted.length > 0) {
    const entries = await Promise.all(wanted.map((key) => regions.get(key)))
    for (const entry of entries) found.set(entry.key, entry)
    wanted = entries.flatMap(({ value }) => regionKeysIn(value.html ?? '')).filter((key) => !found.has(key))
  }
  return found
}

/** Puts the found regions where the markup places them; a region never stands within itself. */
export const fillRegions = (markup: string, found: Found, around: readonly string[] = []): string =>
  placeRegions(markup, (key) => {
    if (around.includes(key)) return ''
    const { html, hash } = found.get(key)?.value ?? GONE
    return regionElement(key, { hash, html: html && fillRegions(html, found, [...around, key]) })
  })
