import { useSyncExternalStore } from 'react'
import type { Presence } from '../wire.ts'

interface StreamState {
  connected: boolean
  presence: Presence | null
}

let state: StreamState = { connected: true, presence: null }
const listeners = new Set<() => void>()

function change(changes: Partial<StreamState>): void {
  state = { ...state, ...changes }
  for (const listener of listeners) listener()
}

export const setConnected = (connected: boolean): void => {
  if (connected !== state.connected) change({ connected })
}
export const setPresence = (presence: Presence): void => change({ presence })

export const useStreamState = (): StreamState =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => state,
  )
