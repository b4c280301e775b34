import type { Hono } from 'hono'
import type { z } from 'zod'
import type { Source } from '../db/database.ts'
import { answerOnce } from './answer-once.ts'
import { type Caller, type Endpoint, Reply } from './endpoint.ts'
import { Refusal } from './problem.ts'
import { readJson } from './read-body.ts'

export interface Doors<C extends Caller> {
  source: Source
  /** From the cookie or the bearer token; throws a `Refusal` where either is wrong. */
  identify(request: Request): Promise<C>
  /** Throws a `Refusal` unless the caller has the right. */
  requireRight(caller: C, right: string): void
  /** Throws a `Refusal` where the brand has turned the endpoint's module off. */
  requireModule(name: string): Promise<void>
  /** Cross-site requests that carry a cookie are refused here. */
  originAllowed(request: Request): boolean
  /** After a change: waits until this process knows of it, so that the next read here shows it. */
  afterWrite(): Promise<void>
}

export function mountEndpoints<C extends Caller>(
  app: Hono,
  endpoints: readonly Endpoint<C>[],
  doors: Doors<C>,
): void {
  for (const endpoint of endpoints)
    app.on(endpoint.method, endpoint.path, (context) =>
      answer(endpoint, doors, context.req.raw, context.req.param(), context.req.query()),
    )
}

async function answer<C extends Caller>(
  endpoint: Endpoint<C>,
  doors: Doors<C>,
  request: Request,
  rawParams: unknown,
  rawQuery: unknown,
): Promise<Response> {
  const writes = endpoint.method !== 'GET'
  if (writes && !doors.originAllowed(request))
    throw new Refusal(
      'forbidden',
      'This request comes from another site. Open the studio on this site and try there.',
    )
  const caller = await doors.identify(request)
  doors.requireRight(caller, endpoint.right)
  await doors.requireModule(endpoint.module)
  const params = read(endpoint.params, rawParams, 'path')
  const query = read(endpoint.query, rawQuery, 'query')
  const revision = endpoint.ifMatch ? readRevision(request) : 0
  const text = writes && endpoint.bodyType === 'json' ? await readJson(request, endpoint.maxBytes) : undefined
  const body = read(endpoint.body, text, 'body')
  // Each part was checked against the endpoint's own schema just above, which is what `never` stands for here.
  const act = (): Promise<unknown> =>
    endpoint.handle({ caller, params, query, body, revision, request } as Parameters<
      typeof endpoint.handle
    >[0])
  const key = endpoint.idempotent ? request.headers.get('idempotency-key') : null
  const result = key
    ? await answerOnce(doors.source, caller, key, [endpoint.method, request.url, text], act)
    : await act()
  if (writes) await doors.afterWrite()
  return toResponse(result)
}

function read(schema: z.ZodType | undefined, value: unknown, where: 'path' | 'query' | 'body'): unknown {
  if (!schema) return undefined
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => ({ at: issue.path.join('.'), problem: issue.message }))
  const first = problems[0]
  throw new Refusal(
    'invalid',
    `In the ${where}${first?.at ? `, at "${first.at}"` : ''}: ${first?.problem ?? 'not valid'}.`,
    { problems },
  )
}

function readRevision(request: Request): number {
  const header = request.headers.get('if-match')
  const match = /^"?(\d{1,9})"?$/.exec(header ?? '')
  if (match) return Number(match[1])
  throw new Refusal(
    'revision-required',
    'Send If-Match with the revision that your change is based on, for example If-Match: "7".',
  )
}

function toResponse(result: unknown): Response {
  if (result instanceof Response) return result
  const reply = result instanceof Reply ? result : new Reply(result)
  if (reply.body === undefined || reply.status === 204)
    return new Response(null, { status: 204, headers: reply.headers })
  const headers = new Headers({
    'content-type': 'application/json',
    'cache-control': 'no-store',
    ...reply.headers,
  })
  const revision = revisionOf(reply.body)
  if (revision !== null) headers.set('etag', `"${revision}"`)
  return new Response(JSON.stringify(reply.body), { status: reply.status, headers })
}

const revisionOf = (body: unknown): number | null =>
  typeof body === 'object' && body !== null && 'revision' in body && typeof body.revision === 'number'
    ? body.revision
    : null
