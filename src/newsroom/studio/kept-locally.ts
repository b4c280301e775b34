import type { StoryInput } from '../wire.ts'

export interface Kept {
  content: StoryInput
  revision: number
}

const nameOf = (id: string): string => `pressbox:story:${id}`

/** Keeps every keystroke in this browser until the server has it: a closed tab, a crash or a lost connection loses nothing. */
export function keep(id: string, kept: Kept): void {
  try {
    localStorage.setItem(nameOf(id), JSON.stringify(kept))
  } catch {
    // The browser's room is full or closed to us; the server still gets it within a second.
  }
}

export function readKept(id: string): Kept | null {
  try {
    const text = localStorage.getItem(nameOf(id))
    return text === null ? null : (JSON.parse(text) as Kept)
  } catch {
    return null
  }
}

export function forget(id: string): void {
  try {
    localStorage.removeItem(nameOf(id))
  } catch {
    // As above.
  }
}
