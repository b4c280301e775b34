import { useSyncExternalStore } from 'react'

let offset = 0
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setTimeout> | undefined
let shown = Date.now()

/** Called with the server's time (ms) whenever the stream says it. */
export function setServerTime(now: number): void {
  offset = now - Date.now()
  tick()
}

export const serverNow = (): number => Date.now() + offset

function tick(): void {
  shown = Math.floor(serverNow() / 1000) * 1000
  for (const listener of listeners) listener()
}

function follow(): void {
  tick()
  timer = setTimeout(follow, 1000 - (serverNow() % 1000))
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (listeners.size === 1) follow()
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) clearTimeout(timer)
  }
}

/** The server's time in ms, a new one each second, on the second. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => shown)
