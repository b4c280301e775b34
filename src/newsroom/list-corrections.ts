import type { Reading } from '../platform/live/reading.ts'
import { newestCorrections } from './correction-store.ts'
import { noteNextPublication } from './list-stories.ts'
import { storyPath } from './story.ts'

export interface ListedCorrection {
  id: string
  at: Date
  note: string
  headline: string
  path: string
}

/** The newest corrections of what is public. */
export async function listCorrections(reading: Reading, limit: number): Promise<ListedCorrection[]> {
  reading.topic('corrections')
  await noteNextPublication(reading)
  const rows = await newestCorrections(reading, reading.now, limit)
  return rows.map(({ slug, ...row }) => ({ ...row, path: storyPath(slug) }))
}
