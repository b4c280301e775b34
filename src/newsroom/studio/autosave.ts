import type { StoryInput } from '../wire.ts'
import { isSameValue } from './same-value.ts'

/** What autosaving knows of one story. Pure: the hook around it keeps, sends and waits. */
export interface Autosave {
  /** What the server has, and its revision. */
  saved: StoryInput
  revision: number
  /** What stands on the screen. */
  current: StoryInput
  /** What is on its way to the server. */
  sending: StoryInput | null
  /** Sendings that did not arrive, in a row. */
  failures: number
  /** The server's version, when somebody else has saved meanwhile. */
  theirs: { content: StoryInput; revision: number } | null
  /** Why the server will not take what stands here; until it is changed. */
  refused: string | null
}

export type AutosaveEvent =
  | { type: 'typed'; changes: Partial<StoryInput> }
  | { type: 'sending' }
  | { type: 'arrived'; revision: number }
  | { type: 'lost' }
  | { type: 'refused'; why: string }
  | { type: 'stale'; content: StoryInput; revision: number }
  /** The server's version as the stream brings it. */
  | { type: 'heard'; content: StoryInput; revision: number }
  | { type: 'keep-mine' }
  | { type: 'take-theirs' }

export const begin = (content: StoryInput, revision: number): Autosave => ({
  saved: content,
  revision,
  current: content,
  sending: null,
  failures: 0,
  theirs: null,
  refused: null,
})

/** Picks up what this browser kept. On an older revision than the server's it stands against the server's version. */
export function pickUp(server: Autosave, kept: { content: StoryInput; revision: number }): Autosave {
  if (isSame(kept.content, server.saved)) return server
  const behind = kept.revision < server.revision
  return {
    ...server,
    current: kept.content,
    theirs: behind ? { content: server.saved, revision: server.revision } : null,
  }
}

export function step(state: Autosave, event: AutosaveEvent): Autosave {
  switch (event.type) {
    case 'typed':
      return { ...state, current: { ...state.current, ...event.changes }, refused: null }
    case 'sending':
      return { ...state, sending: state.current }
    case 'arrived':
      return {
        ...state,
        saved: state.sending ?? state.saved,
        revision: event.revision,
        sending: null,
        failures: 0,
      }
    case 'lost':
      return { ...state, sending: null, failures: state.failures + 1 }
    case 'refused':
      return { ...state, sending: null, failures: 0, refused: event.why }
    case 'stale':
      return against({ ...state, sending: null, failures: 0 }, event)
    case 'heard':
      return state.sending !== null || event.revision <= state.revision ? state : against(state, event)
    case 'keep-mine':
      return state.theirs
        ? { ...state, saved: state.theirs.content, revision: state.theirs.revision, theirs: null }
        : state
    case 'take-theirs':
      return state.theirs ? begin(state.theirs.content, state.theirs.revision) : state
  }
}

/** Somebody else's version: taken silently where nothing was typed here, or where it says the same. */
function against(
  state: Autosave,
  { content, revision }: { content: StoryInput; revision: number },
): Autosave {
  if (!isDirty(state)) return begin(content, revision)
  if (isSame(content, state.current)) return { ...begin(content, revision) }
  return { ...state, theirs: { content, revision } }
}

export const isDirty = ({ current, saved }: Autosave): boolean => !isSame(current, saved)

export const mustSend = (state: Autosave): boolean =>
  isDirty(state) && state.sending === null && state.theirs === null && state.refused === null

const SOON_MS = 600
const LONGEST_MS = 15_000

/** How long to gather keystrokes, or to wait after sendings that were lost. */
export const waitMs = ({ failures }: Autosave): number =>
  failures === 0 ? SOON_MS : Math.min(1000 * 2 ** (failures - 1), LONGEST_MS)

export function isSame(a: StoryInput, b: StoryInput): boolean {
  if (a === b) return true
  const names = Object.keys(a) as (keyof StoryInput)[]
  return names.every((name) => isSameValue(a[name], b[name]))
}
