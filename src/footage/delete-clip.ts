import { audit, type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { clipTopics } from './clip.ts'
import { listHashesOfClip } from './clip-size-store.ts'
import { deleteClipRow } from './clip-store.ts'
import { describeClip, lockClipOrRefuse } from './read-clip.ts'
import type { FindUses } from './remove-picture.ts'
import { removeUnusedFiles, removeUnusedPoster } from './remove-unused.ts'

/** Deletes a clip that nothing shows; every cut of it, of before and of now, is gone from its address. */
export async function deleteClip(
  p: Platform,
  person: Person,
  id: string,
  basedOn: number,
  findUses: FindUses,
): Promise<void> {
  requireRight(person, 'footage.manage')
  const { clip, hashes } = await p.write(async (w) => {
    const clip = await lockClipOrRefuse(w, id)
    const uses = await findUses(w, id)
    if (uses.length > 0)
      throw new Refusal('conflict', `This clip is shown in “${uses[0]?.title}”. Take it out there first.`, {
        uses,
      })
    const hashes = await listHashesOfClip(w, id)
    if (!(await deleteClipRow(w, id, basedOn)))
      throw new Refusal('stale', 'Somebody else has changed this clip meanwhile. Look at it again.', {
        current: await describeClip(w, id),
      })
    w.touch(...clipTopics(clip))
    await audit(w, person, 'clip.delete', `clip:${id}`, { title: clip.title })
    return { clip, hashes }
  })
  await removeUnusedFiles(p, hashes)
  if (clip.poster) await removeUnusedPoster(p, clip.poster)
}
