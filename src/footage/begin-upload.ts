import { statfs } from 'node:fs/promises'
import { audit, type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { masterTopics, newProvenance } from './master.ts'
import { insertMaster } from './master-store.ts'
import { makeUploadsFolder } from './uploads-folder.ts'

export const EXPIRE_JOB = 'footage.expire-upload'
/** An upload that nobody has gone on with for so long is given up. */
export const UPLOAD_KEPT_MS = 3 * 24 * 3_600_000
/** Room that is left for everything else on the disk. */
const SPARE_BYTES = 200_000_000

export interface BeginUpload {
  name: string
  bytes: number
}

/** Makes the master that an upload will fill; refuses at once what could not end well. Its id is the upload's. */
export async function beginUpload(
  p: Platform,
  person: Person,
  { name, bytes }: BeginUpload,
): Promise<string> {
  requireRight(person, 'footage.manage')
  refuseLength(p, bytes)
  await refuseWithoutRoom(p, bytes)
  return p.write(async (w) => {
    const day = w.now.toISOString().slice(0, 10)
    const id = await insertMaster(w, {
      name: cleanName(name),
      state: 'uploading',
      bytes,
      provenance: newProvenance(day),
      addedBy: person.id,
    })
    w.touch(...masterTopics(id))
    await p.jobs.enqueue(w, EXPIRE_JOB, { id }, { startAfter: new Date(w.now.getTime() + UPLOAD_KEPT_MS) })
    await audit(w, person, 'master.upload', `master:${id}`, { bytes })
    return id
  })
}

function refuseLength(p: Platform, bytes: number): void {
  const most = p.config.PRESSBOX_MAX_UPLOAD
  if (!Number.isSafeInteger(bytes) || bytes < 1)
    throw new Refusal(
      'invalid',
      'Upload-Length must be the size of the file in bytes; an empty file is not accepted.',
    )
  if (bytes > most)
    throw new Refusal(
      'too-large',
      `This file has ${inGigabytes(bytes)}; at most ${inGigabytes(most)} are accepted. Whoever runs the server can raise PRESSBOX_MAX_UPLOAD.`,
      { maxBytes: most },
    )
}

const inGigabytes = (bytes: number): string =>
  bytes < 1_000_000_000
    ? `${Math.ceil(bytes / 100_000) / 10} MB`
    : `${Math.ceil(bytes / 10_000_000) / 100} GB`

async function refuseWithoutRoom(p: Platform, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(await makeUploadsFolder(p))
  if (bavail * bsize < bytes + SPARE_BYTES)
    throw new Refusal(
      'storage-full',
      `There is no room for ${inGigabytes(bytes)} on the disk of the files. Free some space, then try again.`,
    )
}

/** A file's name is words of somebody's; it never becomes a path here. */
export const cleanName = (name: string): string =>
  name
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 300)
    .toWellFormed() || 'Footage'
