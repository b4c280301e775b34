const listeners = new Set<() => void>()

/** Whether a door has answered that nobody is signed in, though somebody was. */
export const sessionState = {
  lost: false,
  set(lost: boolean): void {
    if (lost === sessionState.lost) return
    sessionState.lost = lost
    for (const listener of listeners) listener()
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
