import { plural } from '../../kit/time.ts'
import type { DeskView } from './ruling-desk.ts'

export interface SavedWords {
  words: string
  tone: 'saved' | 'waiting' | 'trouble'
}

const SOON_MS = 1500

/** How it stands with what the host has ruled, in words. */
export function savedWords({ queue, kept }: DeskView, now: number): SavedWords {
  const [first] = queue.waiting
  if (!first) return { words: 'All saved', tone: 'saved' }
  const many = plural(queue.waiting.length, 'ruling')
  if (queue.question) return { words: `${many} waiting for your answer`, tone: 'trouble' }
  const since = Math.max(0, now - first.madeAt)
  if (!kept) return { words: `${many} not saved yet: do not close this tab`, tone: 'trouble' }
  if (since < SOON_MS && queue.failures === 0) return { words: 'Saving…', tone: 'saved' }
  return { words: `${many} waiting, since ${sinceWords(since)}`, tone: 'waiting' }
}

const MINUTE_MS = 60_000
const sinceWords = (ms: number): string =>
  ms < MINUTE_MS ? `${Math.floor(ms / 1000)} s` : `${Math.floor(ms / MINUTE_MS)} min`
