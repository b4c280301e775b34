import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { call } from '../../kit/call.ts'
import { serverNow } from '../../kit/clock.ts'
import { Problem, sentenceOf } from '../../kit/problem.ts'
import type { DeskMatchJson, FactBatchInput } from '../wire.ts'
import { fitsIn } from './desk-rules.ts'
import { DOORS } from './doors.ts'
import { type DeskView, RulingDesk, type Sent } from './ruling-desk.ts'
import { keepLocally, nameOfKept, storageHere } from './ruling-keep.ts'

const TIMEOUT_MS = 10_000
const LOCK_WAIT_MS = 12_000

/** Desks outlive their screen: what waits is sent while the host is elsewhere in the studio. */
const desks = new Map<string, RulingDesk>()

export function useRulingDesk(match: DeskMatchJson): { desk: RulingDesk; view: DeskView } {
  const queries = useQueryClient()
  const [desk] = useState(() => openDesk(match, queries))
  useEffect(() => desk.hear(match), [desk, match])
  return { desk, view: useSyncExternalStore(desk.subscribe, desk.view) }
}

function openDesk(match: DeskMatchJson, queries: QueryClient): RulingDesk {
  const open = desks.get(match.id)
  if (open) return open
  const desk = makeDesk(match, queries)
  desks.set(match.id, desk)
  addEventListener('online', () => desk.wake())
  addEventListener('storage', ({ key }) => {
    if (key === null || key.startsWith(nameOfKept(match.id))) desk.storageChanged()
  })
  return desk
}

const keyOf = (id: string): string[] => ['read', DOORS.deskMatch(id)]

function makeDesk(match: DeskMatchJson, queries: QueryClient): RulingDesk {
  const told = (now: DeskMatchJson): void => {
    // What was asked for before this was known must not come after it.
    void queries
      .cancelQueries({ queryKey: keyOf(now.id) })
      .then(() => queries.setQueryData(keyOf(now.id), now))
  }
  return new RulingDesk(match, {
    keep: keepLocally(match.id, storageHere()),
    read: () =>
      call('GET', DOORS.deskMatch(match.id), undefined, { signal: AbortSignal.timeout(TIMEOUT_MS) }),
    send: (batch) => send(match.id, batch, told),
    fitsIn,
    now: serverNow,
    chance: Math.random,
    randomness: () => crypto.getRandomValues(new Uint8Array(8)),
    alone: (act) => alone(`pressbox:rulings:${match.id}`, act),
    later: (ms, act) => {
      const timer = setTimeout(act, ms)
      return () => clearTimeout(timer)
    },
  })
}

/** Tabs of one browser take turns, so that they do not send the same. Where they cannot, ids keep it from counting twice. */
async function alone(name: string, act: () => Promise<void>): Promise<void> {
  const locks = navigator.locks as LockManager | undefined
  if (!locks) return act()
  let begun = false
  const once = () => {
    begun = true
    return act()
  }
  try {
    await locks.request(name, { signal: AbortSignal.timeout(LOCK_WAIT_MS) }, once)
  } catch (error) {
    if (begun) throw error
    await act()
  }
}

async function send(id: string, batch: FactBatchInput, told: (match: DeskMatchJson) => void): Promise<Sent> {
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  try {
    const match = await call<DeskMatchJson>('POST', DOORS.facts(id), batch, { signal })
    told(match)
    return { kind: 'taken', match }
  } catch (error) {
    const sent = sentOf(error)
    if (sent.kind === 'stale') told(sent.match)
    return sent
  }
}

/** Signed out, too many at once, the server in trouble: that passes. */
const PASSES = new Set([0, 401, 408, 425, 429])

function sentOf(error: unknown): Sent {
  if (!(error instanceof Problem) || PASSES.has(error.status) || error.status >= 500) return { kind: 'lost' }
  const current = error.extra['current'] as DeskMatchJson | undefined
  if (error.kind === 'stale' && current) return { kind: 'stale', match: current }
  return { kind: 'refused', why: sentenceOf(error) }
}
