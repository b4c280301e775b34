import type { StorySummary } from '../newsroom/public.ts'

export const SHELF_SIZE = 4
/** The first shelf has two rows. */
export const LATEST_SIZE = 8

export interface FilledShelf {
  title: string
  path: string
  stories: StorySummary[]
}

/** Gives each shelf its newest stories, none of them twice on the page and none that leads or stands in the rail. */
export function fillShelves(
  shelves: readonly (FilledShelf & { size: number })[],
  shownElsewhere: ReadonlySet<string>,
): FilledShelf[] {
  const seen = new Set(shownElsewhere)
  return shelves
    .map(({ title, path, stories, size }) => {
      const fresh = stories.filter(({ id }) => !seen.has(id)).slice(0, size)
      for (const { id } of fresh) seen.add(id)
      return { title, path, stories: fresh }
    })
    .filter(({ stories }) => stories.length > 0)
}
