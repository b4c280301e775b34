import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Hub, WatchRequest } from '../live/hub.ts'
import type { RegionRegistry } from '../live/regions.ts'
import { MAX_PLACES, MAX_REGIONS } from '../live/wire.ts'
import { parsePosition } from '../log/position.ts'

const MAX_PLACE_LENGTH = 200

/**
 * `GET /live?regions=key~hash,…&since=epoch.id&at=/path`: the stream of the regions that a page shows.
 * Keys that no module knows are left out: they never change. So are addresses that no page could have.
 */
export function readWatch(
  url: URL,
  registry: RegionRegistry,
  couldBePage: (path: string) => boolean,
): WatchRequest | string {
  const given = (url.searchParams.get('regions') ?? '').split(',').filter((part) => part !== '')
  if (given.length > MAX_REGIONS) return `A stream may watch at most ${MAX_REGIONS} regions.`
  const regions = new Map<string, string>()
  for (const part of given) {
    const cut = part.lastIndexOf('~')
    const key = cut < 0 ? part : part.slice(0, cut)
    if (registry.knows(key)) regions.set(key, cut < 0 ? '' : part.slice(cut + 1, cut + 30))
  }
  const since = url.searchParams.get('since')
  const position = since === null ? null : parsePosition(since)
  if (since !== null && position === null)
    return 'since must be a position as a page carries it, such as 1a2b3c4d.17.'
  const at = new Set(url.searchParams.getAll('at').slice(0, MAX_PLACES))
  const places = [...at].filter((path) => path.length <= MAX_PLACE_LENGTH && couldBePage(path))
  return { regions, since: position, reads: at.size > 0, places }
}

export function openStream(
  hub: Hub,
  registry: RegionRegistry,
  couldBePage: (path: string) => boolean,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const watch = readWatch(url, registry, couldBePage)
  if (typeof watch !== 'string') return hub.join(request, response, watch)
  response.writeHead(400, { 'content-type': 'application/problem+json' })
  response.end(
    JSON.stringify({
      type: '/problems/invalid',
      title: 'The request is not valid',
      status: 400,
      detail: watch,
    }),
  )
  return Promise.resolve()
}
