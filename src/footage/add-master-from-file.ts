import { copyFile, stat } from 'node:fs/promises'
import type { Person } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { beginUpload } from './begin-upload.ts'
import { finishUpload } from './finish-upload.ts'
import { readMasterOrRefuse } from './read-master.ts'
import { updateMaster } from './update-master.ts'
import { uploadPath } from './uploads-folder.ts'
import type { MasterChanges } from './wire.ts'

export interface AddMasterFromFile {
  name: string
  provenance?: MasterChanges['provenance']
}

/**
 * Takes in a file of this machine, as an upload would: the processing is a job, and clips may be marked before it has run.
 * The file itself stays where it is.
 */
export async function addMasterFromFile(
  p: Platform,
  person: Person,
  path: string,
  { name, provenance }: AddMasterFromFile,
): Promise<string> {
  const { size } = await stat(path)
  const id = await beginUpload(p, person, { name, bytes: size })
  await copyFile(path, uploadPath(p, id))
  if (provenance) {
    const { revision } = await readMasterOrRefuse(p, id)
    await updateMaster(p, person, id, revision, { provenance })
  }
  await finishUpload(p, person, id)
  return id
}
