/** A failure that the server explained (problem+json), or that the network caused. `message` is a sentence to show. */
export class Problem extends Error {
  readonly kind: string
  readonly status: number
  readonly extra: Readonly<Record<string, unknown>>

  constructor(kind: string, message: string, status: number, extra: Record<string, unknown> = {}) {
    super(message)
    this.name = 'Problem'
    this.kind = kind
    this.status = status
    this.extra = extra
  }
}

export const OFFLINE =
  'The site cannot be reached. What you wrote is kept here; it is sent when the connection is back.'

/** Reads a problem+json answer; anything else gets a sentence of our own. */
export function problemFrom(status: number, text: string): Problem {
  const fields = parseObject(text)
  const detail = fields['detail']
  const type = fields['type']
  const kind = typeof type === 'string' ? type.replace(/^\/problems\//, '') : 'unexpected'
  const sentence =
    typeof detail === 'string' && detail !== ''
      ? detail
      : `The server answered with ${status}. Try again; if it stays, tell whoever runs the server.`
  return new Problem(kind, sentence, status, fields)
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

export const sentenceOf = (error: unknown): string =>
  error instanceof Problem
    ? error.message
    : 'Something went wrong in this window. Try again; reload the studio if it stays.'
