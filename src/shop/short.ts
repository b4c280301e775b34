import { Refusal } from '../platform/http/problem.ts'

/** There is less of a variant than somebody wants. */
export interface Short {
  variantId: string
  left: number
  /** What it is called. */
  what: string
}

/** There was not enough of something, as opposed to any other conflict. */
export const isShort = (error: unknown): error is Refusal =>
  error instanceof Refusal && error.kind === 'conflict' && Array.isArray(error.extra['short'])

export function refusalOfShort(short: readonly Short[]): Refusal {
  const { what, left } = short[0] ?? { what: 'What you chose', left: 0 }
  const says =
    left > 0
      ? `Only ${left} left of ${what}. Take fewer, then try again.`
      : `${what} is sold out. Take it out of your cart, then go on.`
  return new Refusal('conflict', says, { short })
}
