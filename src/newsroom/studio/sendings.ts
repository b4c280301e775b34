import { useSyncExternalStore } from 'react'

/** A picture on its way from the editor: how much has left, and what it looks like meanwhile. */
export interface Sending {
  part: number
  preview: string
}

const sendings = new Map<string, Sending>()
const listeners = new Set<() => void>()

export function setSending(key: string, sending: Sending | null): void {
  const before = sendings.get(key)
  if (sending) sendings.set(key, sending)
  else {
    sendings.delete(key)
    if (before) URL.revokeObjectURL(before.preview)
  }
  for (const listener of listeners) listener()
}

export const useSending = (key: string): Sending | undefined =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => sendings.get(key),
  )
