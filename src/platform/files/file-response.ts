import { stat } from 'node:fs/promises'
import type { Span } from './file-pieces.ts'
import type { FileStore } from './file-store.ts'

/**
 * A file that never changes under its address: kept for good by browsers, answered in parts where asked for one.
 * Not `isFinal`: it stands in for one that is still being made.
 */
export async function fileResponse(
  files: FileStore,
  request: Request,
  path: string,
  { contentType, etag, isFinal = true }: { contentType: string; etag: string; isFinal?: boolean },
): Promise<Response> {
  const { size } = await stat(path)
  const headers = new Headers({
    'content-type': contentType,
    etag,
    'cache-control': isFinal ? 'public, max-age=31536000, immutable' : 'no-cache',
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'",
    // Feeds and other sites show our pictures.
    'cross-origin-resource-policy': 'cross-origin',
  })
  if (matches(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  const span = wantsPart(request, etag) ? parseRange(request.headers.get('range') ?? '', size) : null
  if (span === 'unsatisfiable') {
    headers.set('content-range', `bytes */${size}`)
    return new Response(null, { status: 416, headers })
  }
  if (span) headers.set('content-range', `bytes ${span.start}-${span.end}/${size}`)
  headers.set('content-length', String(span ? span.end - span.start + 1 : size))
  const status = span ? 206 : 200
  if (request.method === 'HEAD' || size === 0) return new Response(null, { status, headers })
  return new Response(files.pieces.stream(path, span ?? { start: 0, end: size - 1 }), { status, headers })
}

const matches = (given: string | null, etag: string): boolean =>
  given !== null && given.split(',').some((part) => part.trim().replace(/^W\//, '') === etag)

function wantsPart(request: Request, etag: string): boolean {
  const condition = request.headers.get('if-range')
  return request.headers.has('range') && (condition === null || condition === etag)
}

/** One range of bytes. Several, or what is not understood, get the whole file, as RFC 9110 allows. */
function parseRange(header: string, size: number): Span | 'unsatisfiable' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header)
  if (!match || (match[1] === '' && match[2] === '')) return null
  const last = size - 1
  if (match[1] === '') {
    const length = Number(match[2])
    return length === 0 || size === 0 ? 'unsatisfiable' : { start: Math.max(0, size - length), end: last }
  }
  const start = Number(match[1])
  const end = match[2] === '' ? last : Math.min(Number(match[2]), last)
  if (start > last) return 'unsatisfiable'
  return end < start ? null : { start, end }
}
