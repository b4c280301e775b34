import { audit, type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { readClipsOfMaster } from './clip-store.ts'
import { masterTopics } from './master.ts'
import { deleteMasterRow } from './master-store.ts'
import { lockMasterOrRefuse } from './read-master.ts'
import { removeUnusedFiles } from './remove-unused.ts'
import { removeUpload } from './uploads-folder.ts'

/** Deletes a master that no clip is cut from, with all that was made of it; also one that is still being uploaded. */
export async function deleteMaster(p: Platform, person: Person, id: string): Promise<void> {
  requireRight(person, 'footage.manage')
  const deleted = await p.write(async (w) => {
    const master = await lockMasterOrRefuse(w, id)
    const clips = await readClipsOfMaster(w, id)
    if (clips.length > 0)
      throw new Refusal(
        'conflict',
        `The clip “${clips[0]?.title}” is cut from this footage. Delete its clips first.`,
        {
          uses: clips.map(({ title }) => ({ title, path: `/studio/footage/${id}` })),
        },
      )
    await deleteMasterRow(w, id)
    w.touch(...masterTopics(id))
    await audit(w, person, 'master.delete', `master:${id}`, { sha256: master.sha256 })
    return master
  })
  await removeUpload(p, id)
  const hashes = [deleted.sha256, deleted.previewSha256].filter((hash) => hash !== null)
  await removeUnusedFiles(p, hashes)
}
