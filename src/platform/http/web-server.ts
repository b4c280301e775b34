import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Platform } from '../platform.ts'
import { rememberClient } from './client-address.ts'
import { openStream } from './live-door.ts'
import { encodingFor, type PageMaker, sendHeld, sendPage } from './page-door.ts'
import { problemResponse, Refusal } from './problem.ts'
import { routeClassOf } from './request-metrics.ts'

/** The doors in the order of their traffic: held pages, streams, pages to be made, then everything else through the router. */
export function createWebServer(p: Platform, pages: PageMaker, app: Hono): Server {
  const routed = getRequestListener(
    (request, env) => {
      rememberClient(request, env.incoming as IncomingMessage)
      return app.fetch(request, env)
    },
    { overrideGlobalObjects: false },
  )
  // A request without a body has no stream to begin, end and close: none of ours listens to it, and a held page costs a tenth less.
  return createServer({ optimizeEmptyRequests: true }, (request, response) => {
    const reads = request.method === 'GET' || request.method === 'HEAD'
    if (reads && sendHeld(p.pages, p.clock, request, response))
      return p.requests.count('held', response.statusCode)
    p.requests.countAtEnd(routeClassOf(request.method ?? '', request.url ?? ''), response)
    serve(p, pages, routed, request, response).catch((error: unknown) => fail(p, error, response))
  })
}

/** First segments that no page may take, so that `/:page` cannot either. */
const isReserved = (path: string): boolean =>
  /^\/(?:studio|api|assets|cart|checkout|files|fonts|icons|healthz|readyz|metrics)(?:\/|$)/.test(path)

const couldBePage =
  (pages: PageMaker) =>
  (path: string): boolean =>
    !isReserved(path) && pages.keyOf(path, new URLSearchParams()) !== null

type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void

async function serve(
  p: Platform,
  pages: PageMaker,
  routed: Listener,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = parseUrl(request.url ?? '/')
  if (request.method !== 'GET' && request.method !== 'HEAD') return routed(request, response)
  if (url.pathname === '/live' && request.method === 'GET')
    return openStream(p.hub, p.regionKinds, couldBePage(pages), request, response, url)
  const key = isReserved(url.pathname) ? null : pages.keyOf(url.pathname, url.searchParams)
  if (key === null) return routed(request, response)
  const encoding = encodingFor(request.headers['accept-encoding'])
  sendPage(await p.pages.get(key, encoding), encoding, request, response)
}

/** Refuses what no link of this site has: malformed escapes, NUL, addresses of other hosts. */
function parseUrl(target: string): URL {
  if (!target.startsWith('/') || target.includes('%00')) throw malformed()
  try {
    decodeURIComponent(target)
    return new URL(`http://site.invalid${target}`)
  } catch {
    throw malformed()
  }
}

const malformed = (): Refusal =>
  new Refusal('invalid', 'This address is malformed. Check it for stray % signs.')

async function fail(p: Platform, error: unknown, response: ServerResponse): Promise<void> {
  const problem = problemResponse(error, (unexpected) => p.log.error({ error: unexpected }, 'request failed'))
  if (response.headersSent) {
    response.destroy()
    return
  }
  response.writeHead(problem.status, Object.fromEntries(problem.headers))
  response.end(await problem.text())
}
