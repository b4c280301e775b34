import type { Cue } from '../wire.ts'
import type { SpokenWord } from './span-selection.ts'

/** The words of a transcript with a time each: a cue's time is shared out among its words by their length. */
export function wordsOfCues(cues: readonly Cue[]): SpokenWord[] {
  return cues.flatMap((cue, i) => wordsOfCue(cue, i))
}

function wordsOfCue({ fromMs, toMs, speaker, text }: Cue, cue: number): SpokenWord[] {
  const texts = text.split(/\s+/).filter((word) => word !== '')
  // One more for the pause after each.
  const total = texts.reduce((sum, word) => sum + word.length + 1, 0)
  const at = (letters: number): number => Math.round(fromMs + ((toMs - fromMs) * letters) / total)
  let letters = 0
  return texts.map((word) => {
    const from = at(letters)
    letters += word.length + 1
    return { text: word, from, to: at(letters), speaker: speaker === '' ? null : speaker, cue }
  })
}

/** The cue that is being said, or was last. -1: none yet. Cues are in the order of their time. */
export function cueAt(cues: readonly Cue[], ms: number): number {
  let low = 0
  let high = cues.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cues[middle]?.fromMs ?? Infinity) <= ms) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The cues with one of them changed; where a speaker is renamed, everywhere if asked. */
export function editCue(
  cues: readonly Cue[],
  id: string,
  change: { speaker: string; text: string },
  renameAll: boolean,
): Cue[] {
  const before = cues.find((cue) => cue.id === id)?.speaker
  return cues.map((cue) => {
    if (cue.id === id) return { ...cue, ...change }
    return renameAll && before !== '' && cue.speaker === before ? { ...cue, speaker: change.speaker } : cue
  })
}
