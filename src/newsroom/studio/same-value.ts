const written = new WeakMap<object, string>()

/** Of values written by one schema: the order of keys does not differ, nor does an absent field stand for another. */
export const isSameValue = (one: unknown, other: unknown): boolean =>
  one === other || jsonOf(one) === jsonOf(other)

/** A long document is written out once, however often it is compared. */
function jsonOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const known = written.get(value) ?? JSON.stringify(value)
  written.set(value, known)
  return known
}
