const HEX = 16
/** Twelve bits count the rulings of one millisecond (RFC 9562, 6.2, method 1). */
const COUNTER_END = 4096

/**
 * An id (UUIDv7) for a ruling, made where it is ruled: sorted by id, rulings stand in the order in which they were made,
 * also where the clock of the machine was set back in between. `randomness`: eight bytes.
 */
export function rulingId(now: number, randomness: Uint8Array, after = ''): string {
  const last = readId(after)
  let ms = Math.max(now, last.ms)
  let counter = ms === last.ms ? last.counter + 1 : 0
  if (counter === COUNTER_END) {
    ms += 1
    counter = 0
  }
  const tail = Array.from(randomness.subarray(0, 8), (byte, i) =>
    hex(i === 0 ? (byte & 0x3f) | 0x80 : byte, 2),
  )
  const [time, random] = [hex(ms, 12), tail.join('')]
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(counter, 3)}-${random.slice(0, 4)}-${random.slice(4)}`
}

const hex = (value: number, digits: number): string => value.toString(HEX).padStart(digits, '0')

/** Of an id that is not of this kind: the beginning of time. */
function readId(id: string): { ms: number; counter: number } {
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/.test(id)) return { ms: -1, counter: 0 }
  return { ms: parseInt(id.slice(0, 8) + id.slice(9, 13), HEX), counter: parseInt(id.slice(15, 18), HEX) }
}
