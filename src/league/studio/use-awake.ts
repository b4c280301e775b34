import { useEffect } from 'react'

/** Keeps a phone's screen on while a match is ruled on it, where the browser can. */
export function useAwake(wanted: boolean): void {
  useEffect(() => {
    const wakeLock = navigator.wakeLock as WakeLock | undefined
    if (!wanted || !wakeLock) return
    let held: WakeLockSentinel | undefined
    let over = false
    const hold = () => {
      if (document.visibilityState !== 'visible') return
      wakeLock.request('screen').then(
        (sentinel) => {
          held = sentinel
          if (over) void sentinel.release()
        },
        // Low on battery, or not allowed: the screen goes dark as it always does.
        () => undefined,
      )
    }
    hold()
    document.addEventListener('visibilitychange', hold)
    return () => {
      over = true
      document.removeEventListener('visibilitychange', hold)
      void held?.release()
    }
  }, [wanted])
}
