import { formatPosition } from '../log/position.ts'
import type { Derived } from './derived.ts'
import { POSITION_MARK } from './page-cache.ts'
import { placeRegions, regionElement, regionKeysIn, type RenderedRegion } from './regions.ts'

/** A page for one person alone, such as a preview: composed like the others, and kept by nobody. */
export async function composeOnce(regions: Derived<RenderedRegion>, markup: string): Promise<string> {
  const entries = await Promise.all(regionKeysIn(markup).map((key) => regions.get(key)))
  const byKey = new Map(entries.map((entry) => [entry.key, entry]))
  const oldest = entries.map(({ position }) => position).sort((a, b) => a.id - b.id)[0]
  const page = placeRegions(markup, (key) =>
    regionElement(key, byKey.get(key)?.value ?? { html: null, hash: 'gone' }),
  )
  return page.replaceAll(POSITION_MARK, oldest ? formatPosition(oldest) : '')
}
