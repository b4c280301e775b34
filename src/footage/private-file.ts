import { fileResponse } from '../platform/files/file-response.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'

interface PrivateFile {
  sha256: string | null
  contentType: string
  /** Saved under this name rather than shown. */
  saveAs?: string
}

/** A file for the desk alone, answered in parts; nobody between us and the browser keeps it. */
export async function privateFile(
  p: Platform,
  request: Request,
  { sha256, contentType, saveAs }: PrivateFile,
): Promise<Response> {
  if (sha256 === null || !(await p.files.has(sha256)))
    throw new Refusal('not-found', 'This file is not there (yet).')
  const response = await fileResponse(p.files, request, p.files.path(sha256), {
    contentType,
    etag: `"${sha256.slice(0, 16)}"`,
  })
  response.headers.set('cache-control', 'private, no-cache')
  response.headers.set('cross-origin-resource-policy', 'same-origin')
  if (saveAs !== undefined)
    response.headers.set(
      'content-disposition',
      `attachment; filename="footage"; filename*=UTF-8''${encodeURIComponent(saveAs)}`,
    )
  return response
}
