import { useRead } from '../../kit/read.ts'
import type { Presence } from '../wire.ts'
import { useStreamState } from './stream-state.ts'

/** Readers now: asked once, then as the stream tells. */
export function usePresence(): Presence | undefined {
  const { presence } = useStreamState()
  const { data } = useRead<Presence>('/api/v1/presence', [])
  return presence ?? data
}
