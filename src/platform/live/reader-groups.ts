import type { Socket } from 'node:net'

export interface Reader {
  socket: Socket
  reads: boolean
  places: readonly string[]
}

/** Readers that watch the same regions: most of them, since they have the same page open. */
export interface Group {
  name: string
  keys: readonly string[]
  readers: Set<Reader>
}

/** How many read, and how many have each page open. */
export interface Presence {
  readers: number
  places: ReadonlyMap<string, number>
}

const NONE: ReadonlySet<Group> = new Set()

/** Who watches what. */
export class ReaderGroups {
  readonly #groups = new Map<string, Group>()
  readonly #byKey = new Map<string, Set<Group>>()
  #count = 0

  get count(): number {
    return this.#count
  }

  all(): Iterable<Group> {
    return this.#groups.values()
  }

  keys(): Iterable<string> {
    return this.#byKey.keys()
  }

  watch(key: string): boolean {
    return this.#byKey.has(key)
  }

  of(key: string): ReadonlySet<Group> {
    return this.#byKey.get(key) ?? NONE
  }

  presence(): Presence {
    const places = new Map<string, number>()
    let readers = 0
    for (const group of this.#groups.values())
      for (const reader of group.readers) {
        if (reader.reads) readers++
        for (const place of reader.places) places.set(place, (places.get(place) ?? 0) + 1)
      }
    return { readers, places }
  }

  join(keys: string[], reader: Reader): Group {
    const group = this.#groupOf(keys.sort())
    group.readers.add(reader)
    this.#count++
    return group
  }

  /** The keys that nobody watches any more. */
  leave(group: Group, reader: Reader): string[] {
    if (!group.readers.delete(reader)) return []
    this.#count--
    if (group.readers.size > 0) return []
    this.#groups.delete(group.name)
    return group.keys.filter((key) => this.#removeFrom(key, group))
  }

  #removeFrom(key: string, group: Group): boolean {
    const groups = this.#byKey.get(key)
    groups?.delete(group)
    return groups?.size === 0 && this.#byKey.delete(key)
  }

  #groupOf(keys: string[]): Group {
    const name = keys.join(',')
    const existing = this.#groups.get(name)
    if (existing) return existing
    const group: Group = { name, keys, readers: new Set() }
    this.#groups.set(name, group)
    for (const key of keys) {
      const groups = this.#byKey.get(key)
      if (groups) groups.add(group)
      else this.#byKey.set(key, new Set([group]))
    }
    return group
  }
}
