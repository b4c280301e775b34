import type { IncomingMessage, ServerResponse } from 'node:http'
import { resolveAddress, addressTopic } from '../address-store.ts'
import type { Clock } from '../clock.ts'
import type { ComposedPage, Encoding, PageCache, PageSkeleton } from '../live/page-cache.ts'
import type { Reading } from '../live/reading.ts'
import type { PageAnswer, PageRoute, Shell } from './page.ts'
import { PathMatcher } from './path-matcher.ts'

const REVALIDATE = 'public, max-age=0, must-revalidate'

/** Turns a key (path and allowed parameters) into a page: the routes' answer, else what became of that address. */
export class PageMaker {
  readonly #matcher: PathMatcher<PageRoute>
  readonly #shell: Shell

  constructor(routes: readonly PageRoute[], shell: Shell) {
    this.#matcher = new PathMatcher(routes.map((route) => [route.path, route]))
    this.#shell = shell
  }

  /** The key under which a request's page is kept; `null` where no page has such a path. */
  keyOf(path: string, query: URLSearchParams): string | null {
    const match = this.#matcher.match(path)
    if (!match) return null
    const known = match.value.query ?? []
    const kept = new URLSearchParams(
      known.flatMap((name) => (query.get(name) ? [[name, query.get(name) ?? '']] : [])),
    )
    return kept.size > 0 ? `${path}?${kept}` : path
  }

  make = async (key: string, reading: Reading): Promise<PageSkeleton> => {
    // Not taken for an address as a whole: a path may begin with two slashes, which would make a host of what follows.
    const [path = '', query] = key.split('?', 2)
    const match = this.#matcher.match(path)
    const answer = match
      ? await match.value.build(reading, match.params, Object.fromEntries(new URLSearchParams(query)))
      : ({ kind: 'missing' } satisfies PageAnswer)
    return this.#toSkeleton(answer, path, reading)
  }

  async #toSkeleton(answer: PageAnswer, path: string, reading: Reading): Promise<PageSkeleton> {
    switch (answer.kind) {
      case 'page': {
        const { markup, headers } = await this.#shell.wrap(reading, answer.content, 200)
        return page(200, headers, markup)
      }
      case 'document':
        return {
          status: 200,
          headers: { 'content-type': answer.contentType, 'cache-control': REVALIDATE, ...answer.headers },
          markup: answer.body,
        }
      case 'moved':
        return moved(answer.to, answer.permanent)
      case 'missing':
      case 'gone':
        return this.#absent(answer.kind, path, reading)
    }
  }

  async #absent(kind: 'missing' | 'gone', path: string, reading: Reading): Promise<PageSkeleton> {
    reading.topic(addressTopic(path))
    const address = await resolveAddress(reading, path)
    if (address.state === 'redirect') {
      reading.topic(addressTopic(address.to))
      return moved(address.to, true)
    }
    const status = kind === 'gone' || address.state === 'gone' ? 410 : 404
    const { markup, headers } = await this.#shell.wrap(
      reading,
      await this.#shell.absent(reading, path, status),
      status,
    )
    return page(status, headers, markup)
  }
}

const page = (status: number, headers: Record<string, string>, markup: string): PageSkeleton => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': REVALIDATE, ...headers },
  markup,
})

const moved = (to: string, permanent: boolean): PageSkeleton => ({
  status: permanent ? 301 : 302,
  headers: { location: to, 'cache-control': REVALIDATE },
  markup: '',
})

/** Browsers send a handful of different headers: each is read once. */
const known = new Map<string, Encoding>()
const MAX_KNOWN = 100

export function encodingFor(accepted: string | undefined): Encoding {
  if (!accepted) return 'identity'
  const before = known.get(accepted)
  if (before) return before
  const encoding = readEncoding(accepted)
  if (known.size < MAX_KNOWN) known.set(accepted, encoding)
  return encoding
}

function readEncoding(accepted: string): Encoding {
  if (/\bbr\b(?!;q=0(?:\.0*)?(?:,|$))/.test(accepted)) return 'br'
  return /\bgzip\b(?!;q=0(?:\.0*)?(?:,|$))/.test(accepted) ? 'gzip' : 'identity'
}

/** Sends held pages at once, before any routing. `false`: nothing held under exactly this address. */
export function sendHeld(
  pages: PageCache,
  clock: Clock,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const encoding = encodingFor(request.headers['accept-encoding'])
  const held = pages.peek(request.url ?? '', encoding, clock.nowMs())
  if (!held) return false
  sendPage(held, encoding, request, response)
  return true
}

export function sendPage(
  page: ComposedPage,
  encoding: Encoding,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { etag } = page
  if (request.headers['if-none-match'] === etag) {
    response
      .writeHead(304, {
        etag,
        'cache-control': page.headers['cache-control'] ?? REVALIDATE,
        vary: 'accept-encoding',
      })
      .end()
    return
  }
  const body = page.bodies[encoding] ?? page.identity
  const head = (page.heads[encoding] ??= headOf(page, encoding, body))
  // A reader has no use for the keys: only a cache that says so in the request is told them.
  const toCache = request.headers['surrogate-capability'] !== undefined
  response.writeHead(page.status, toCache ? [...head, 'surrogate-key', page.surrogateKey] : head)
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** Made once a page and encoding: an object made at each request costs a tenth of what the whole request does. */
function headOf(page: ComposedPage, encoding: Encoding, body: Buffer): string[] {
  const head = Object.entries(page.headers).flat()
  head.push('etag', page.etag, 'vary', 'accept-encoding', 'content-length', String(body.length))
  if (body !== page.identity) head.push('content-encoding', encoding)
  return head
}
