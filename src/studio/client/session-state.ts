import { useSyncExternalStore } from 'react'
import { queryClient } from './queries.ts'
import { sessionState } from './session-signal.ts'

export const useSessionLost = (): boolean =>
  useSyncExternalStore(sessionState.subscribe, () => sessionState.lost)

export function sessionIsBack(): void {
  sessionState.set(false)
  void queryClient.invalidateQueries()
}
