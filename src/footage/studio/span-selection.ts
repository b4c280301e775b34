/** A word of a transcript; times in ms from the clip's in point. */
export interface SpokenWord {
  text: string
  from: number
  to: number
  speaker: string | null
  /** Which cue it belongs to. */
  cue: number
}

/** Indices of words: where the choice began, and where it goes to. */
export interface WordSpan {
  anchor: number
  focus: number
}

export interface ChosenSpan {
  from: number
  to: number
  speaker: string
  text: string
}

/** First press: the first word. Second: the last. A third begins anew. */
export function pressWord(
  span: WordSpan | null,
  open: boolean,
  word: number,
): { span: WordSpan; open: boolean } {
  if (span && open) return { span: { ...span, focus: word }, open: false }
  return { span: { anchor: word, focus: word }, open: true }
}

export const firstOf = ({ anchor, focus }: WordSpan): number => Math.min(anchor, focus)
export const lastOf = ({ anchor, focus }: WordSpan): number => Math.max(anchor, focus)
export const isWithin = (span: WordSpan | null, word: number): boolean =>
  span !== null && word >= firstOf(span) && word <= lastOf(span)

/** Where an arrow key leads; `null`: it is not one of ours. Up and down go by cues. */
export function wordAfterKey(words: readonly SpokenWord[], at: number, key: string): number | null {
  const last = words.length - 1
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, at - 1)
    case 'ArrowRight':
      return Math.min(last, at + 1)
    case 'ArrowUp':
      return firstOfCue(words, firstOfCue(words, at) < at ? at : at - 1)
    case 'ArrowDown': {
      const next = words.findIndex(({ cue }, i) => i > at && cue !== words[at]?.cue)
      return next === -1 ? last : next
    }
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}

function firstOfCue(words: readonly SpokenWord[], at: number): number {
  const cue = words[Math.max(0, at)]?.cue
  return Math.max(
    0,
    words.findIndex((word) => word.cue === cue),
  )
}

/** What the chosen words say, when, and who says them. */
export function chosenSpan(words: readonly SpokenWord[], span: WordSpan): ChosenSpan | null {
  const chosen = words.slice(firstOf(span), lastOf(span) + 1)
  const first = chosen[0]
  const last = chosen.at(-1)
  if (!first || !last) return null
  return {
    from: first.from,
    to: Math.max(last.to, first.from + 1),
    speaker: speakersOf(chosen).join(', '),
    text: chosen.map(({ text }) => text).join(' '),
  }
}

const speakersOf = (words: readonly SpokenWord[]): string[] => [
  ...new Set(words.flatMap(({ speaker }) => (speaker ? [speaker] : []))),
]

/** The word that is being said; between two, the one before. -1: none yet. */
export function wordAt(words: readonly SpokenWord[], ms: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle]?.from ?? Infinity) <= ms) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The words that a span of time covers: those whose middle lies in it. */
export function wordsWithin(words: readonly SpokenWord[], from: number, to: number): WordSpan | null {
  const isIn = (word: SpokenWord): boolean =>
    (word.from + word.to) / 2 >= from && (word.from + word.to) / 2 <= to
  const anchor = words.findIndex(isIn)
  return anchor === -1 ? null : { anchor, focus: words.findLastIndex(isIn) }
}
