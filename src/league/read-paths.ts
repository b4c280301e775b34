import type { Reading } from '../platform/live/reading.ts'
import { matchPath } from './match.ts'
import { publicMatchSlugs } from './match-store.ts'
import { listSeasonsForReaders } from './read-seasons.ts'

/** Every page of the league that readers may know of, for search engines. */
export async function readLeaguePaths(reading: Reading, limit: number): Promise<string[]> {
  const seasons = await listSeasonsForReaders(reading)
  const slugs = await publicMatchSlugs(reading, limit)
  const paths = ['/seasons', ...seasons.map(({ path }) => path), ...slugs.map((slug) => matchPath({ slug }))]
  return paths.slice(0, limit)
}
