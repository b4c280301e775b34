import type { Waiting } from './ruling-queue.ts'

/** Where a browser keeps what it has not sent: one entry a ruling, so that two tabs never write over each other. */
export interface Keep {
  /** Whether it could be kept: a browser may have closed its storage to us. */
  put(waiting: Waiting): boolean
  remove(id: string): void
  all(): Waiting[]
}

const PREFIX = 'pressbox:ruling:'

export const nameOfKept = (matchId: string): string => `${PREFIX}${matchId}:`

/** In local storage, which has written before it returns: not even a crash of the tab comes in between. */
export function keepLocally(matchId: string, storage: Storage | null): Keep {
  const prefix = nameOfKept(matchId)
  return {
    put(waiting) {
      try {
        storage?.setItem(prefix + waiting.fact.id, JSON.stringify(waiting))
        return storage !== null
      } catch {
        return false
      }
    },
    remove(id) {
      try {
        storage?.removeItem(prefix + id)
      } catch {
        // Closed to us: nothing was put there either.
      }
    },
    all() {
      try {
        return read(storage, prefix)
      } catch {
        return []
      }
    },
  }
}

function read(storage: Storage | null, prefix: string): Waiting[] {
  if (!storage) return []
  return Array.from({ length: storage.length }, (_, i) => storage.key(i))
    .filter((name) => name?.startsWith(prefix) === true)
    .flatMap((name) => parse(name === null ? null : storage.getItem(name)))
    .sort((a, b) => (a.fact.id < b.fact.id ? -1 : 1))
}

function parse(text: string | null): Waiting[] {
  try {
    const value = JSON.parse(text ?? 'null') as Waiting | null
    return typeof value?.fact?.id === 'string' ? [value] : []
  } catch {
    return []
  }
}

export interface WaitingHere {
  matchId: string
  count: number
  /** ms since 1970, of the oldest. */
  since: number
}

/** Of which matches this browser keeps rulings that nobody has acknowledged. */
export function waitingHere(storage: Storage | null = storageHere()): WaitingHere[] {
  const names = Array.from({ length: storage?.length ?? 0 }, (_, i) => storage?.key(i) ?? '')
  const ids = new Set(names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length).split(':')[0] ?? '')) // prettier-ignore
  return [...ids].flatMap((matchId) => {
    const all = keepLocally(matchId, storage).all()
    return all.length === 0 ? [] : [{ matchId, count: all.length, since: Math.min(...all.map(({ madeAt }) => madeAt)) }] // prettier-ignore
  })
}

/** null: the browser has closed it to us. */
export function storageHere(): Storage | null {
  try {
    return localStorage
  } catch {
    return null
  }
}
