import { Hono } from 'hono'
import type { Endpoint } from '../../src/platform/http/endpoint.ts'
import { mountEndpoints } from '../../src/platform/http/mount-endpoints.ts'
import { problemResponse } from '../../src/platform/http/problem.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { identify, originAllowed, type Person, requireAtDoor } from '../../src/people/public.ts'

export interface Ask {
  body?: unknown
  /** As the browser keeps it; see `Visitor`. */
  cookie?: string
  bearer?: string
  headers?: Record<string, string>
}

export interface Answer {
  status: number
  headers: Headers
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into whatever came
  json: any
}

export type AskDoor = (method: string, path: string, ask?: Ask) => Promise<Answer>

/** A module's doors in process, guarded as in the real house. Unexpected errors fail the test that caused them. */
export function testDoors(p: Platform, endpoints: readonly Endpoint<Person>[]): AskDoor {
  const app = new Hono()
  const unexpected: unknown[] = []
  app.onError((error) => problemResponse(error, (problem) => unexpected.push(problem)))
  mountEndpoints(app, endpoints, {
    source: p,
    identify: (request) => identify(p, request),
    requireRight: requireAtDoor,
    requireModule: () => Promise.resolve(),
    originAllowed: (request) => originAllowed(request, p.config.PUBLIC_URL),
    afterWrite: () => Promise.resolve(),
  })
  return async (method, path, ask = {}) => {
    const response = await app.request(path, { method, ...requestOf(ask) })
    const problem = unexpected.shift()
    if (problem) throw problem
    const text = await response.text()
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    return {
      status: response.status,
      headers: response.headers,
      json: isJson && text !== '' ? JSON.parse(text) : null,
    }
  }
}

function requestOf({ body, cookie, bearer, headers = {} }: Ask): RequestInit {
  const all: Record<string, string> = { ...headers }
  if (body !== undefined) all['content-type'] ??= 'application/json'
  if (cookie) all['cookie'] = cookie
  if (bearer !== undefined) all['authorization'] = `Bearer ${bearer}`
  return body === undefined
    ? { headers: all }
    : { headers: all, body: typeof body === 'string' ? body : JSON.stringify(body) }
}

/** Somebody with a browser: keeps the cookies that the doors set. */
export class Visitor {
  readonly cookies = new Map<string, string>()
  readonly #ask: AskDoor

  constructor(ask: AskDoor) {
    this.#ask = ask
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  ask: AskDoor = async (method, path, ask = {}) => {
    const answer = await this.#ask(method, path, { cookie: this.cookie, ...ask })
    for (const line of answer.headers.getSetCookie()) this.#keep(line)
    return answer
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';')
    const cut = pair.indexOf('=')
    if (/max-age=0/i.test(line)) this.cookies.delete(pair.slice(0, cut))
    else this.cookies.set(pair.slice(0, cut), pair.slice(cut + 1))
  }
}
