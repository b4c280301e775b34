import { z } from 'zod'
import type { JobHandlers } from '../platform/jobs.ts'
import type { Write } from '../platform/log/write.ts'
import type { Platform } from '../platform/platform.ts'
import { readWorded } from './publication-store.ts'
import { wordsOf } from './words.ts'
import { idsFiledUnder, writeWords } from './words-store.ts'

const JOB = 'newsroom.index-names'
const BATCH = 100

const dataSchema = z.object({ kind: z.enum(['author', 'tag']), id: z.uuid() })
export type Renamed = z.output<typeof dataSchema>

/** Has the stories of an author or tag be found by its new name: a reaction, since there may be thousands. */
export const indexLater = (p: Platform, w: Write, renamed: Renamed): Promise<void> =>
  p.jobs.enqueue(w, JOB, renamed)

export const indexJobs = (p: Platform): JobHandlers => ({
  [JOB]: async (data, signal) => {
    const renamed = dataSchema.parse(data)
    for (let after: string | null = null; !signal.aborted;) {
      const ids: string[] = await idsFiledUnder(p, renamed, after, BATCH)
      after = ids.at(-1) ?? null
      if (after === null) return
      await p.write(async (w) => {
        for (const { id, ...story } of await readWorded(w, ids)) await writeWords(w, id, wordsOf(story))
        w.touch('stories')
      })
    }
  },
})
