import { clockOf } from './media-time.ts'

/** In and out of a clip, ms of the master; `null`: not marked yet. */
export interface ClipRange {
  from: number | null
  to: number | null
}

/** Shorter than this nobody sees anything. */
export const SHORTEST_MS = 500
/** Longer ones the server refuses. */
const LONGEST_MS = 20 * 60_000

const clamp = (ms: number, least: number, most: number): number =>
  Math.round(Math.min(Math.max(ms, least), Math.max(least, most)))

/** Marks the in point at the playhead. An out point that would come before it is no longer meant. */
export function markIn(range: ClipRange, at: number, duration: number): ClipRange {
  const from = clamp(at, 0, duration)
  return { from, to: range.to !== null && range.to > from ? range.to : null }
}

export function markOut(range: ClipRange, at: number, duration: number): ClipRange {
  const to = clamp(at, 0, duration)
  return { from: range.from !== null && range.from < to ? range.from : null, to }
}

/** Moves one end by a handle: it stops before the other end and at the ends of the master. */
export function moveEnd(range: ClipRange, end: 'from' | 'to', at: number, duration: number): ClipRange {
  return end === 'from'
    ? { ...range, from: clamp(at, 0, range.to === null ? duration : range.to - SHORTEST_MS) }
    : { ...range, to: clamp(at, range.from === null ? 0 : range.from + SHORTEST_MS, duration) }
}

/** What keeps it from being a clip. */
export function rangeProblem({ from, to }: ClipRange, duration: number): string | null {
  if (from === null && to === null) return 'Mark where it begins and where it ends.'
  if (from === null) return 'Mark where it begins: move the playhead there and press I.'
  if (to === null) return 'Mark where it ends: move the playhead there and press O.'
  if (to > duration) return `The footage ends at ${clockOf(duration)}.`
  if (to - from < SHORTEST_MS) return 'It must end at least half a second after it begins.'
  if (to - from > LONGEST_MS) return 'It lasts at most 20 minutes. Make two of it.'
  return null
}

/** How far a key moves a handle, ms; `null`: it is none of ours. */
export function handleStep(key: string, shift: boolean, frame: number): number | null {
  const step = shift ? 1000 : frame
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return -step
    case 'ArrowRight':
    case 'ArrowUp':
      return step
    case 'PageDown':
      return -10_000
    case 'PageUp':
      return 10_000
    case 'Home':
      return -Infinity
    case 'End':
      return Infinity
    default:
      return null
  }
}

/** A part of the master to look at closely: all of it, or what lies around a short clip in a long one. */
export function windowAround({ from, to }: ClipRange, at: number, duration: number): View {
  if (duration <= CLOSE_MS) return [0, duration]
  const middle = from !== null && to !== null ? (from + to) / 2 : (from ?? to ?? at)
  const length = Math.min(duration, Math.max(CLOSE_MS, from !== null && to !== null ? (to - from) * 2 : 0))
  const start = clamp(middle - length / 2, 0, duration - length)
  return [start, start + length]
}
const CLOSE_MS = 120_000

export type View = readonly [start: number, end: number]

/** The part in view stays while what matters is in it: a bar that moved under a dragging hand would run away with it. */
export class ViewKeeper {
  readonly #duration: number
  #view: View | null = null

  constructor(duration: number) {
    this.#duration = duration
  }

  /** `at`: the playhead, which matters while no clip is marked. */
  viewOf(range: ClipRange, at: number): View {
    const marked = [range.from, range.to].filter((end) => end !== null)
    const within = (ms: number): boolean => this.#view !== null && ms >= this.#view[0] && ms <= this.#view[1]
    const isInView = (marked.length > 0 ? marked : [at]).every(within)
    if (!this.#view || !isInView) this.#view = windowAround(range, at, this.#duration)
    return this.#view
  }
}
