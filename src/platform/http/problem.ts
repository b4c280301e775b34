import { isDatabaseAway, isDatabaseFull } from '../database-errors.ts'

/** Expected failures, by kind, and the HTTP status of each. */
export const STATUS_OF = {
  invalid: 400,
  'not-signed-in': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  stale: 412,
  'too-large': 413,
  'unsupported-type': 415,
  unprocessable: 422,
  'revision-required': 428,
  'too-many-requests': 429,
  unavailable: 503,
  'storage-full': 507,
} as const

export type RefusalKind = keyof typeof STATUS_OF

const TITLE_OF: Record<RefusalKind, string> = {
  invalid: 'The request is not valid',
  'not-signed-in': 'Sign in first',
  forbidden: 'Not allowed',
  'not-found': 'Not found',
  conflict: 'In conflict with what is there',
  gone: 'No longer here',
  stale: 'Somebody else has changed it meanwhile',
  'too-large': 'Too large',
  'unsupported-type': 'This type is not supported',
  unprocessable: 'This cannot be done',
  'revision-required': 'Say which revision this is based on',
  'too-many-requests': 'Too many requests',
  unavailable: 'Not available at the moment',
  'storage-full': 'The disk is full',
}

/** The one type of expected failure. Thrown, so that the transaction it happens in is rolled back. `detail` says what to do. */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly extra: Readonly<Record<string, unknown>>

  constructor(kind: RefusalKind, detail: string, extra: Record<string, unknown> = {}) {
    super(detail)
    this.name = 'Refusal'
    this.kind = kind
    this.extra = extra
  }
}

/** Seconds after which a client may try again. */
const RETRY_AFTER_S = 2

function refusalFor(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  if (isDatabaseAway(error))
    return new Refusal(
      'unavailable',
      `The database cannot be reached. Nothing was changed: try again in ${RETRY_AFTER_S} seconds.`,
      {
        retryAfter: RETRY_AFTER_S,
      },
    )
  if (isDatabaseFull(error))
    return new Refusal(
      'storage-full',
      'The disk of the database is full. Nothing was changed: free some space, then try again.',
    )
  return null
}

/** The one place that makes error responses: problem+json (RFC 9457). Unexpected errors are told to `onUnexpected` and say nothing of themselves. */
export function problemResponse(error: unknown, onUnexpected: (error: unknown) => void): Response {
  const refusal = refusalFor(error)
  if (!refusal) onUnexpected(error)
  const status = refusal ? STATUS_OF[refusal.kind] : 500
  const body = refusal
    ? {
        type: `/problems/${refusal.kind}`,
        title: TITLE_OF[refusal.kind],
        status,
        detail: refusal.message,
        ...refusal.extra,
      }
    : {
        type: 'about:blank',
        title: 'Something went wrong here',
        status,
        detail: 'The error has been logged. Try again; if it stays, tell whoever runs the server.',
      }
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' })
  const wait = refusal?.extra['retryAfter']
  if (typeof wait === 'number') headers.set('retry-after', String(wait))
  return new Response(JSON.stringify(body), { status, headers })
}
