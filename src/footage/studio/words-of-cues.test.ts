import { describe, expect, it } from 'vitest'
import type { Cue } from '../wire.ts'
import { cueAt, editCue, wordsOfCues } from './words-of-cues.ts'

const cue = (id: string, fromMs: number, toMs: number, speaker: string, text: string): Cue => ({
  id,
  fromMs,
  toMs,
  speaker,
  text,
})
const CUES = [
  cue('a', 11_000, 13_000, 'Usher', 'What’s he leaning\non?'),
  cue('b', 14_000, 16_000, '', '  Nothing  '),
  cue('c', 17_000, 18_000, 'Usher', ''),
]

describe('words of cues', () => {
  it('share the time of their cue, in order and without a gap', () => {
    const words = wordsOfCues(CUES)
    expect(words.map(({ text }) => text)).toEqual(['What’s', 'he', 'leaning', 'on?', 'Nothing'])
    expect(words[0]).toMatchObject({ from: 11_000, speaker: 'Usher', cue: 0 })
    expect(words[3]?.to).toBe(13_000)
    for (const [i, word] of words.slice(1, 4).entries()) expect(word.from).toBe(words[i]?.to)
    expect(words[4]).toEqual({ text: 'Nothing', from: 14_000, to: 16_000, speaker: null, cue: 1 })
  })

  it('are none in an empty transcript', () => {
    expect(wordsOfCues([])).toEqual([])
  })
})

it('knows which cue is being said', () => {
  expect([0, 11_000, 13_500, 14_000, 99_999].map((ms) => cueAt(CUES, ms))).toEqual([-1, 0, 0, 1, 2])
})

describe('editing a cue', () => {
  const change = { speaker: 'Row four', text: 'What?' }
  it('leaves the others alone', () => {
    expect(editCue(CUES, 'a', change, false)).toEqual([{ ...CUES[0], ...change }, CUES[1], CUES[2]])
  })
  it('renames a speaker everywhere, and nobody who is unknown', () => {
    expect(editCue(CUES, 'a', change, true).map(({ speaker }) => speaker)).toEqual([
      'Row four',
      '',
      'Row four',
    ])
    expect(editCue(CUES, 'b', change, true).map(({ speaker }) => speaker)).toEqual([
      'Usher',
      'Row four',
      'Usher',
    ])
  })
})
