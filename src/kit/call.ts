import { OFFLINE, Problem, problemFrom } from './problem.ts'

export interface CallOptions {
  /** The revision that a change is based on. */
  revision?: number | undefined
  idempotencyKey?: string | undefined
  signal?: AbortSignal | undefined
}

/** One request to a door of this site: the answer's JSON, or a `Problem` with a sentence to show. */
export async function call<T>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  options: CallOptions = {},
): Promise<T> {
  const response = await reach(path, {
    method,
    headers: headersOf(body, options),
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(options.signal && { signal: options.signal }),
  })
  const text = await response.text()
  if (!response.ok) throw problemFrom(response.status, text)
  return (text === '' ? undefined : JSON.parse(text)) as T
}

function headersOf(body: unknown, { revision, idempotencyKey }: CallOptions): Record<string, string> {
  return {
    accept: 'application/json',
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(revision !== undefined && { 'if-match': `"${revision}"` }),
    ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
  }
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init)
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw new Problem('offline', OFFLINE, 0)
  }
}

/** `/api/v1/stories` with its parameters; empty ones are left out. */
export function withQuery(path: string, query: Record<string, string | number | null | undefined>): string {
  const given = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  )
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  return search.size > 0 ? `${path}?${search}` : path
}
