import { fileResponse } from '../platform/files/file-response.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { clipFile } from './clip-files-door.ts'
import { makeRendition } from './make-rendition.ts'
import { readPictureByHash } from './picture-store.ts'
import type { PictureRef } from './wire.ts'
import { type Format, isOffered, parseRenditionName, type Rendition, renditionName } from './rendition.ts'

const MIME: Record<Format, string> = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' }
const SHA256 = /^[0-9a-f]{64}$/

/** `GET /files/<sha256>/<rendition>`: renditions of known pictures, cuts of clips and their captions; never an original. */
export const filesDoor =
  (p: Platform) =>
  async (request: Request, sha256: string, name: string): Promise<Response> => {
    const ofClip = SHA256.test(sha256) ? await clipFile(p, request, sha256, name) : null
    if (ofClip) return ofClip
    const rendition = SHA256.test(sha256) ? parseRenditionName(name) : null
    const picture = rendition && (await readPictureByHash(p, sha256))
    if (!rendition || !picture || !isOffered(picture, rendition))
      throw new Refusal('not-found', 'There is no such picture.')
    const path = p.files.derivedPath(sha256, name)
    const response = await madeAlready(p, request, path, rendition, sha256)
    if (response) return response
    const current = withFocalPoint(rendition, picture)
    if (renditionName(current) !== name) return elsewhere(sha256, current)
    if (rendition.format === 'avif') return meanwhile(p, request, picture, rendition)
    return respond(p, request, await makeRendition(p, picture, rendition), rendition, sha256)
  }

/** AVIF takes seconds to make: it is made behind, and until it is there its address answers the WebP. */
async function meanwhile(
  p: Platform,
  request: Request,
  picture: PictureRef,
  rendition: Rendition,
): Promise<Response> {
  const standIn: Rendition = { ...rendition, format: 'webp' }
  const path = await makeRendition(p, picture, standIn)
  makeRendition(p, picture, rendition).catch((error: unknown) => p.log.info({ error }, 'rendition'))
  return respond(p, request, path, standIn, picture.sha256, false)
}

const respond = (
  p: Platform,
  request: Request,
  path: string,
  rendition: Rendition,
  sha256: string,
  isFinal = true,
): Promise<Response> =>
  fileResponse(p.files, request, path, {
    isFinal,
    contentType: MIME[rendition.format],
    etag: `"${sha256.slice(0, 16)}-${renditionName(rendition)}"`,
  })

const madeAlready = (p: Platform, request: Request, path: string, rendition: Rendition, sha256: string) =>
  respond(p, request, path, rendition, sha256).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })

const withFocalPoint = (
  rendition: Rendition,
  { focalX, focalY }: { focalX: number; focalY: number },
): Rendition => ({ ...rendition, crop: rendition.crop && { ...rendition.crop, focalX, focalY } })

/** A page of before the focal point was moved asks for a crop that was never made: it gets the present one. */
const elsewhere = (sha256: string, rendition: Rendition): Response =>
  new Response(null, {
    status: 302,
    headers: { location: `/files/${sha256}/${renditionName(rendition)}`, 'cache-control': 'no-store' },
  })
