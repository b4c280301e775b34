import { open } from 'node:fs/promises'
import { audit, type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { masterTopics } from './master.ts'
import { moveMaster, readMaster } from './master-store.ts'
import { MASTER_JOB } from './process-master.ts'
import { uploadPath } from './uploads-folder.ts'

/** The last byte is there: on the disk, before anybody is told so; the rest is a job's. A repeat changes nothing. */
export async function finishUpload(p: Platform, person: Person, id: string): Promise<void> {
  requireRight(person, 'footage.manage')
  if ((await readMaster(p, id))?.state !== 'uploading') return
  await syncFile(uploadPath(p, id))
  await p.write(async (w) => {
    if (!(await moveMaster(w, id, ['uploading'], 'queued'))) return
    w.touch(...masterTopics(id))
    await p.jobs.enqueue(w, MASTER_JOB, { id })
    await audit(w, person, 'master.uploaded', `master:${id}`)
  })
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path)
  await file.sync().finally(() => file.close())
}
