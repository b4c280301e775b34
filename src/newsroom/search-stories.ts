import type { Reading } from '../platform/live/reading.ts'
import { noteNextPublication, toSummaries } from './list-stories.ts'
import { readMatches, readSimilar } from './search-store.ts'
import type { StoryPage } from './summary.ts'

const MAX_TEXT = 200
const MAX_RESULTS = 500

/** `s12`: twelve of those that look alike were shown; `12`: twelve of those that fit. */
const AFTER = /^(s?)(\d{1,3})$/

/** Public stories by words, best first; where no word fits, headlines and bylines that look alike. */
export async function searchStories(
  reading: Reading,
  text: string,
  { limit, after = '0' }: { limit: number; after?: string | undefined },
): Promise<StoryPage> {
  const words = text
    .slice(0, MAX_TEXT)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  const [, mode, shown] = AFTER.exec(after) ?? []
  reading.topic('stories')
  if (words === '' || shown === undefined || Number(shown) >= MAX_RESULTS) return { items: [], next: null }
  await noteNextPublication(reading)
  const search = { text: words, now: reading.now, limit: limit + 1, skip: Number(shown) }
  const matches = mode === 's' ? [] : await readMatches(reading, search)
  const alike = mode === 's' || (matches.length === 0 && search.skip === 0)
  const rows = alike ? await readSimilar(reading, search) : matches
  const items = await toSummaries(reading, rows.slice(0, limit))
  return { items, next: rows.length > limit ? `${alike ? 's' : ''}${search.skip + limit}` : null }
}
