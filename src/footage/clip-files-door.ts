import { fileResponse } from '../platform/files/file-response.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { CAPTIONS_NAME, heightOfName } from './clip-address.ts'
import { isPublicCut } from './clip-size-store.ts'
import { readCaptions } from './clip-store.ts'

/** `GET /files/<sha256>/720p.mp4` and `…/captions.vtt`; `null`: the name is of neither. Never a master: only cuts are looked up. */
export async function clipFile(
  p: Platform,
  request: Request,
  sha256: string,
  name: string,
): Promise<Response | null> {
  if (name === CAPTIONS_NAME) return captions(p, request, sha256)
  const height = heightOfName(name)
  if (height === null) return null
  if (!(await isPublicCut(p, sha256, height))) throw new Refusal('not-found', 'There is no such clip.')
  return fileResponse(p.files, request, p.files.path(sha256), {
    contentType: 'video/mp4',
    etag: `"${sha256.slice(0, 16)}"`,
  })
}

async function captions(p: Platform, request: Request, sha256: string): Promise<Response> {
  const text = await readCaptions(p, sha256)
  if (text === null) throw new Refusal('not-found', 'There are no such captions.')
  const headers = {
    'content-type': 'text/vtt; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'",
    'cross-origin-resource-policy': 'cross-origin',
    // A track of another host than the page's is read as a script reads it.
    'access-control-allow-origin': '*',
  }
  return new Response(request.method === 'HEAD' ? null : text, { headers })
}
