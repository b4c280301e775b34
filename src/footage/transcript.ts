import type { Cue } from './wire.ts'

interface Span {
  inMs: number
  outMs: number
}

/** The cues that can be heard in a span of the master, in the time of that span; what reaches over its ends is cut there. */
export const cuesOfSpan = (cues: readonly Cue[], { inMs, outMs }: Span): Cue[] =>
  cues
    .filter((cue) => cue.fromMs < outMs && cue.toMs > inMs)
    .map((cue) => ({
      ...cue,
      fromMs: Math.max(0, cue.fromMs - inMs),
      toMs: Math.min(outMs, cue.toMs) - inMs,
    }))

/** In the order of time, as every other function here expects them. */
export const inOrder = (cues: readonly Cue[]): Cue[] =>
  cues.toSorted((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs)

/** What is wrong with a transcript, in words; `null`: nothing. */
export function cuesProblem(cues: readonly Cue[]): string | null {
  const backwards = cues.find(({ fromMs, toMs }) => toMs <= fromMs)
  if (backwards) return `The line at ${clock(backwards.fromMs)} ends before it begins.`
  if (new Set(cues.map(({ id }) => id)).size < cues.length)
    return 'Two lines have the same id: each needs its own.'
  return null
}

/** What is said, speaker by speaker. */
export function wordsOf(cues: readonly Cue[]): string {
  let last = ''
  return cues
    .map(({ speaker, text }) => {
      const says = speaker !== '' && speaker !== last ? `${speaker}: ${text}` : text
      last = speaker
      return says
    })
    .join('\n')
}

/** A WebVTT document. Only words get into it: what could be markup or a time line is escaped. */
export const webVtt = (cues: readonly Cue[]): string =>
  [
    'WEBVTT',
    ...cues.map(
      ({ fromMs, toMs, speaker, text }) => `${clock(fromMs)} --> ${clock(toMs)}\n${line(speaker, text)}`,
    ),
  ].join('\n\n') + '\n'

const line = (speaker: string, text: string): string =>
  speaker === '' ? escaped(text) : `<v ${escaped(speaker).replaceAll('\n', ' ')}>${escaped(text)}`

// An empty line would end the cue.
const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim()

function clock(ms: number): string {
  const pad = (value: number, digits = 2): string => String(Math.floor(value)).padStart(digits, '0')
  return `${pad(ms / 3_600_000)}:${pad((ms / 60_000) % 60)}:${pad((ms / 1000) % 60)}.${pad(ms % 1000, 3)}`
}

/** The words of a text, however they are written: case, punctuation and breaks aside. */
const plainWords = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** What a quote leaves out stands as dots or between brackets. */
const OMISSION = /\[[^\]]*\]|…|\.{3,}/u
/** A cue that begins a moment later still has its first word in the span. */
const SLACK_MS = 750

/** Whether these words are said, in this order, in the span from `fromMs` to `toMs` of the cues. */
export function isSaid(cues: readonly Cue[], fromMs: number, toMs: number, quote: string): boolean {
  const heard = plainWords(
    cues
      .filter((cue) => cue.fromMs < toMs + SLACK_MS && cue.toMs > fromMs - SLACK_MS)
      .map(({ text }) => text)
      .join(' '),
  )
  let from = 0
  for (const part of quote.split(OMISSION).map(plainWords)) {
    const at = indexOfRun(heard, part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return true
}

function indexOfRun(words: readonly string[], run: readonly string[], from: number): number {
  for (let i = from; i + run.length <= words.length; i++)
    if (run.every((word, k) => words[i + k] === word)) return i
  return -1
}
