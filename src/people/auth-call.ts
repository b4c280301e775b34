import { clientAddress } from '../platform/http/client-address.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { ADDRESS_HEADER, type Auth, authOf } from './auth.ts'

/** What better-auth is told of a request: the browser's cookies and name, and the address as the platform established it. */
export function headersFor(request: Request): Headers {
  const headers = new Headers()
  for (const name of ['cookie', 'user-agent', 'origin']) {
    const value = request.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  const address = clientAddress(request)
  if (address !== null) headers.set(ADDRESS_HEADER, address)
  return headers
}

interface ApiFailure {
  statusCode: number
  body: { code?: string } | undefined
}

const isApiFailure = (error: unknown): error is Error & ApiFailure =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'

const LOCKED_FOR_S = 900

/** Turns better-auth's own errors into refusals; `wrong` is what to say when what was given is not right. */
function refusalOf(error: unknown, wrong: Refusal): unknown {
  if (!isApiFailure(error)) return error
  if (error.body?.code === 'ACCOUNT_TEMPORARILY_LOCKED')
    return new Refusal(
      'too-many-requests',
      'Too many wrong codes. Wait a quarter of an hour, then try again.',
      {
        retryAfter: LOCKED_FOR_S,
      },
    )
  return error.statusCode < 500 ? wrong : error
}

/** Calls better-auth in process; its cookies come back beside its answer. */
export async function callAuth<T>(
  p: Platform,
  wrong: Refusal,
  act: (api: Auth['api']) => Promise<{ headers: Headers; response: T }>,
): Promise<{ cookies: string[]; answer: T }> {
  const auth = await authOf(p)
  try {
    const { headers, response } = await act(auth.api)
    p.tail.announce()
    return { cookies: headers.getSetCookie(), answer: response }
  } catch (error) {
    throw refusalOf(error, wrong)
  }
}
