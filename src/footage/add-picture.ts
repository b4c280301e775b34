import { open } from 'node:fs/promises'
import { audit, type Person, requireRight } from '../people/public.ts'
import type { FileSource, ReceivedFile } from '../platform/files/file-store.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import type { Inspected } from './imaging/picture-job.ts'
import { PictureProblem } from './imaging/picture-workers.ts'
import { workersOf } from './imaging/workers-of.ts'
import { PICTURE_LIMITS, topicsOf } from './picture.ts'
import { insertPicture, type Picture, readPictureByHash } from './picture-store.ts'
import { type PictureMime, SNIFF_BYTES, sniffPicture } from './sniff-picture.ts'

export interface AddPicture {
  bytes: FileSource
  alt?: string | undefined
  caption?: string | undefined
  credit?: string | undefined
  rightsNote?: string | undefined
  rightsUntil?: Date | null | undefined
}

export interface AddedPicture {
  picture: Picture
  /** `false`: these very bytes were there already; that picture is given back as it is. */
  added: boolean
}

/** Takes a picture in: what it is, is read from its bytes; the original is kept untouched and never served. */
export async function addPicture(p: Platform, person: Person, input: AddPicture): Promise<AddedPicture> {
  requireRight(person, 'picture.add')
  const file = await p.files.receive(input.bytes, { maxBytes: PICTURE_LIMITS.bytes })
  try {
    const known = await readPictureByHash(p, file.sha256)
    if (known && (await p.files.has(file.sha256))) return { picture: known, added: false }
    const mime = await acceptedMime(file)
    const inspected = await inspect(p, file)
    await file.keep()
    return known ? { picture: known, added: false } : await record(p, person, input, file, mime, inspected)
  } finally {
    await file.discard()
  }
}

async function acceptedMime({ path }: ReceivedFile): Promise<PictureMime> {
  const file = await open(path)
  const { buffer, bytesRead } = await file
    .read(Buffer.alloc(SNIFF_BYTES), 0, SNIFF_BYTES, 0)
    .finally(() => file.close())
  const kind = sniffPicture(buffer.subarray(0, bytesRead))
  if (kind === 'svg')
    throw new Refusal(
      'unsupported-type',
      'SVG files can carry scripts, so they are not accepted as pictures. Export it as PNG.',
    )
  if (kind === 'heic')
    throw new Refusal('unsupported-type', 'HEIC is not accepted. Export the picture as JPEG.')
  if (kind === null)
    throw new Refusal('unsupported-type', 'This file is not a JPEG, PNG, WebP, AVIF or GIF picture.')
  return kind
}

async function inspect(p: Platform, { path }: ReceivedFile): Promise<Inspected & { averageColour: string }> {
  const inspected = await workersOf(p)
    .run({ kind: 'inspect', input: path, maxPixels: PICTURE_LIMITS.pixels })
    .catch((error: unknown) => {
      if (!(error instanceof PictureProblem)) throw error
      p.log.info({ problem: error.message }, 'picture refused')
      throw new Refusal('unprocessable', 'This picture is damaged: export it again, then add that file.')
    })
  if (!inspected) throw new Error('The inspection of a picture had no result.')
  const { width, height, averageColour } = inspected
  if (averageColour === null)
    throw new Refusal(
      'too-large',
      `This picture has ${width} × ${height} pixels; at most ${PICTURE_LIMITS.pixels / 1_000_000} million are accepted. Make it smaller first.`,
      { maxPixels: PICTURE_LIMITS.pixels },
    )
  return { width, height, averageColour }
}

function record(
  p: Platform,
  person: Person,
  input: AddPicture,
  file: ReceivedFile,
  mime: PictureMime,
  { width, height, averageColour }: Inspected & { averageColour: string },
): Promise<AddedPicture> {
  return p.write(async (w) => {
    const picture = await insertPicture(w, {
      sha256: file.sha256,
      bytes: file.bytes,
      mime,
      width,
      height,
      averageColour,
      alt: input.alt ?? '',
      caption: input.caption ?? '',
      credit: input.credit ?? '',
      rightsNote: input.rightsNote ?? '',
      rightsUntil: input.rightsUntil ?? null,
      addedBy: person.id,
    })
    if (!picture) {
      const meanwhile = await readPictureByHash(w, file.sha256)
      if (!meanwhile) throw new Refusal('conflict', 'This picture was just removed. Add it again.')
      return { picture: meanwhile, added: false }
    }
    w.touch(...topicsOf(picture))
    await audit(w, person, 'picture.add', `picture:${picture.id}`, { sha256: file.sha256 })
    return { picture, added: true }
  })
}
