import { formatPosition } from '../log/position.ts'
import type { Derived } from './derived.ts'
import { fillRegions, regionsWithin } from './nested.ts'
import { POSITION_MARK } from './page-cache.ts'
import type { RenderedRegion } from './regions.ts'

/** A page for one person alone, such as a preview: composed like the others, and kept by nobody. */
export async function composeOnce(regions: Derived<RenderedRegion>, markup: string): Promise<string> {
  const found = await regionsWithin(regions, markup)
  const oldest = [...found.values()].map(({ position }) => position).sort((a, b) => a.id - b.id)[0]
  return fillRegions(markup, found).replaceAll(POSITION_MARK, oldest ? formatPosition(oldest) : '')
}
