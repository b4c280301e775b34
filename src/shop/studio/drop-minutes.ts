import type { DropJson } from '../wire.ts'

const MINUTE_MS = 60_000
const SHOWN = 30

/** Orders of each of the last thirty minutes as of now: minutes that have begun since the board was read had none, or it would have been read again. */
export function minutesOf(
  read: DropJson['ordersPerMinute'],
  now: number,
): { minute: number; orders: number }[] {
  const known = new Map(read.map(({ minute, orders }) => [Date.parse(minute), orders]))
  const last = Math.floor(now / MINUTE_MS) * MINUTE_MS
  return Array.from({ length: SHOWN }, (_, i) => {
    const minute = last - (SHOWN - 1 - i) * MINUTE_MS
    return { minute, orders: known.get(minute) ?? 0 }
  })
}

/** What a bar shows of a variant, in shares of all there was. */
export function sharesOf({ sold, held, onHand }: { sold: number; held: number; onHand: number }) {
  const all = Math.max(1, sold + onHand)
  const left = Math.max(0, onHand - held)
  return { sold: (100 * sold) / all, held: (100 * held) / all, left: (100 * left) / all }
}
