import { audit, type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { toDto, topicsOf } from './picture.ts'
import { type Picture, readPicture, writePictureWords } from './picture-store.ts'
import type { PictureChanges } from './wire.ts'

/** Changes words and focal point; every page that shows the picture follows. */
export async function updatePicture(
  p: Platform,
  person: Person,
  id: string,
  basedOn: number,
  changes: PictureChanges,
): Promise<Picture> {
  requireRight(person, 'picture.add')
  return p.write(async (w) => {
    const before = await readPicture(w, id)
    if (!before) throw new Refusal('not-found', 'This picture is not there (any more).')
    const written = await writePictureWords(w, id, basedOn, applied(before, changes))
    if (!written)
      throw new Refusal(
        'stale',
        'Somebody else has changed this picture meanwhile. Look at the other version, then save again.',
        { current: toDto(before) },
      )
    w.touch(...topicsOf(written))
    await audit(w, person, 'picture.update', `picture:${id}`, { changed: Object.keys(changes) })
    return written
  })
}

const applied = (before: Picture, changes: PictureChanges): Picture => ({
  ...before,
  alt: changes.alt ?? before.alt,
  caption: changes.caption ?? before.caption,
  credit: changes.credit ?? before.credit,
  rightsNote: changes.rightsNote ?? before.rightsNote,
  focalX: changes.focalX ?? before.focalX,
  focalY: changes.focalY ?? before.focalY,
  rightsUntil:
    changes.rightsUntil === undefined
      ? before.rightsUntil
      : changes.rightsUntil === null
        ? null
        : new Date(changes.rightsUntil),
})
