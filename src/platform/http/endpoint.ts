import type { z } from 'zod'

/** Who asks: made by the people module from a session cookie or a bearer token. The platform only passes it on. */
export interface Caller {
  /** Person or token id, for idempotency keys and logs; `null`: nobody signed in. */
  readonly id: string | null
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

type Shape = z.ZodType
type Read<S extends Shape | undefined> = S extends Shape ? z.output<S> : undefined

export interface EndpointRequest<C extends Caller, P, Q, B> {
  caller: C
  params: P
  query: Q
  body: B
  /** From `If-Match: "7"`; present where the endpoint asks for it. */
  revision: number
  request: Request
}

/** What a handler may answer besides plain data: another status, headers of its own, or a body that is not JSON. */
export class Reply {
  readonly body: unknown
  readonly status: number
  readonly headers: Record<string, string>
  constructor(body: unknown, status = 200, headers: Record<string, string> = {}) {
    this.body = body
    this.status = status
    this.headers = headers
  }
}

export interface Endpoint<C extends Caller = Caller> {
  method: Method
  /** Hono's notation: `/api/v1/stories/:id`. */
  path: string
  /** The right it takes, from the table of rights; `public` for everybody, `signed-in` for every account. */
  right: string
  summary: string
  module: string
  params: Shape | undefined
  query: Shape | undefined
  body: Shape | undefined
  /** `json` is parsed and checked against `body`; `raw` is left to the handler (uploads). */
  bodyType: 'json' | 'raw'
  reply: Shape | undefined
  /** Requires `If-Match` with the revision that the update is based on. */
  ifMatch: boolean
  /** Takes an `Idempotency-Key`: a repeat gets the first answer. */
  idempotent: boolean
  /** Largest body in bytes. */
  maxBytes: number
  handle(request: EndpointRequest<C, never, never, never>): Promise<unknown>
}

interface EndpointDefinition<
  C extends Caller,
  P extends Shape | undefined,
  Q extends Shape | undefined,
  B extends Shape | undefined,
  R extends Shape | undefined,
> {
  method: Method
  path: string
  right: string
  summary: string
  params?: P
  query?: Q
  body?: B
  bodyType?: 'json' | 'raw'
  reply?: R
  ifMatch?: boolean
  idempotent?: boolean
  maxBytes?: number
  handle(
    request: EndpointRequest<C, Read<P>, Read<Q>, Read<B>>,
  ): Promise<R extends Shape ? z.input<R> | Reply : unknown>
}

const DEFAULT_MAX_BYTES = 2_000_000

/**
 * Builds a module's endpoints: one description serves the door, its types, the rights and the OpenAPI document.
 *
 *     const endpoint = endpointsOf<Person>('newsroom')
 *     endpoint({ method: 'GET', path: '/api/v1/tags', right: 'public', summary: 'All tags', reply: Tags, handle: () => listTags(p) })
 */
export const endpointsOf =
  <C extends Caller>(module: string) =>
  <
    P extends Shape | undefined = undefined,
    Q extends Shape | undefined = undefined,
    B extends Shape | undefined = undefined,
    R extends Shape | undefined = undefined,
  >(
    definition: EndpointDefinition<C, P, Q, B, R>,
  ): Endpoint<C> => ({
    params: undefined,
    query: undefined,
    body: undefined,
    bodyType: 'json',
    reply: undefined,
    ifMatch: false,
    idempotent: false,
    maxBytes: DEFAULT_MAX_BYTES,
    ...definition,
    module,
    handle: (request) => definition.handle(request),
  })
