import { stat } from 'node:fs/promises'
import { SYSTEM } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { EXPIRE_JOB, UPLOAD_KEPT_MS } from './begin-upload.ts'
import { finishUpload } from './finish-upload.ts'
import { masterTopics } from './master.ts'
import { deleteMasterRow, lockMaster, readMaster } from './master-store.ts'
import { removeUpload, uploadPath } from './uploads-folder.ts'

/** Gives up an upload that nobody goes on with; asks again later of one that somebody does. */
export async function expireUpload(p: Platform, id: string, now = Date.now()): Promise<void> {
  const master = await readMaster(p, id)
  if (master?.state !== 'uploading') return
  const file = await stat(uploadPath(p, id)).catch(() => null)
  if (file?.size === master.bytes) return finishUpload(p, SYSTEM, id)
  const expires = (file?.mtimeMs ?? master.createdAt.getTime()) + UPLOAD_KEPT_MS
  if (expires > now) {
    await p.write((w) => p.jobs.enqueue(w, EXPIRE_JOB, { id }, { startAfter: new Date(expires) }))
    return
  }
  await p.write(async (w) => {
    if ((await lockMaster(w, id))?.state !== 'uploading') return
    await deleteMasterRow(w, id)
    w.touch(...masterTopics(id))
  })
  await removeUpload(p, id)
}
