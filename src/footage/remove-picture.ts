import { audit, type Person, requireRight } from '../people/public.ts'
import type { Source } from '../platform/db/database.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { toDto, topicsOf } from './picture.ts'
import { deletePicture, readPicture } from './picture-store.ts'

export interface PictureUse {
  title: string
  /** Where the studio shows it. */
  path: string
}

/** Where a picture is used: asked of the modules above, which know. */
export type FindUses = (source: Source, pictureId: string) => Promise<PictureUse[]>

/** Removes a picture that nothing uses, with everything made from it. */
export async function removePicture(
  p: Platform,
  person: Person,
  id: string,
  basedOn: number,
  findUses: FindUses,
): Promise<void> {
  requireRight(person, 'picture.add')
  const removed = await p.write(async (w) => {
    const picture = await readPicture(w, id)
    if (!picture) throw new Refusal('not-found', 'This picture is not there (any more).')
    const uses = await findUses(w, id)
    if (uses.length > 0)
      throw new Refusal('conflict', `This picture is used in "${uses[0]?.title}". Take it out there first.`, {
        uses,
      })
    if (!(await deletePicture(w, id, basedOn)))
      throw new Refusal('stale', 'Somebody else has changed this picture meanwhile. Look at it again.', {
        current: toDto(picture),
      })
    w.touch(...topicsOf(picture))
    await audit(w, person, 'picture.remove', `picture:${id}`, { sha256: picture.sha256 })
    return picture
  })
  await p.files.remove(removed.sha256)
}
