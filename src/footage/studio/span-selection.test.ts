import { describe, expect, it } from 'vitest'
import {
  chosenSpan,
  isWithin,
  pressWord,
  type SpokenWord,
  wordAfterKey,
  wordAt,
  wordsWithin,
} from './span-selection.ts'

const say = (speaker: string | null, cue: number, start: number, ...texts: string[]): SpokenWord[] =>
  texts.map((text, i) => ({ text, speaker, cue, from: start + i * 500, to: start + i * 500 + 400 }))
const WORDS = [
  ...say('Usher', 0, 11_000, 'What’s', 'he', 'leaning', 'on?'),
  ...say('Second usher', 1, 14_000, 'Nothing', 'that’ll', 'hold.'),
  ...say(null, 2, 19_000, 'Oh!'),
]

describe('words chosen for a quote', () => {
  it('are begun by one press and ended by the next, in either direction', () => {
    const begun = pressWord(null, false, 3)
    expect(begun).toEqual({ span: { anchor: 3, focus: 3 }, open: true })
    const ended = pressWord(begun.span, begun.open, 1)
    expect(ended).toEqual({ span: { anchor: 3, focus: 1 }, open: false })
    expect(chosenSpan(WORDS, ended.span)).toEqual({
      from: 11_500,
      to: 12_900,
      speaker: 'Usher',
      text: 'he leaning on?',
    })
    expect(pressWord(ended.span, ended.open, 5)).toEqual({ span: { anchor: 5, focus: 5 }, open: true })
  })

  it('may be a single word', () => {
    const { span, open } = pressWord(null, false, 7)
    expect(pressWord(span, open, 7).span).toEqual({ anchor: 7, focus: 7 })
    expect(chosenSpan(WORDS, span)).toEqual({ from: 19_000, to: 19_400, speaker: '', text: 'Oh!' })
  })

  it('name each who speaks once, and nobody who is unknown', () => {
    expect(chosenSpan(WORDS, { anchor: 0, focus: 7 })?.speaker).toBe('Usher, Second usher')
  })

  it('are none where there are none', () => {
    expect(chosenSpan([], { anchor: 0, focus: 0 })).toBeNull()
    expect(isWithin(null, 0)).toBe(false)
    expect(isWithin({ anchor: 5, focus: 3 }, 4)).toBe(true)
    expect(isWithin({ anchor: 5, focus: 3 }, 6)).toBe(false)
  })
})

describe('keys among the words', () => {
  it.each([
    [0, 'ArrowLeft', 0],
    [0, 'ArrowRight', 1],
    [7, 'ArrowRight', 7],
    [1, 'ArrowDown', 4],
    [5, 'ArrowDown', 7],
    [7, 'ArrowDown', 7],
    [6, 'ArrowUp', 4],
    [4, 'ArrowUp', 0],
    [0, 'ArrowUp', 0],
    [3, 'Home', 0],
    [3, 'End', 7],
  ])('from word %d, %s leads to %d', (at, key, to) => {
    expect(wordAfterKey(WORDS, at, key)).toBe(to)
  })

  it('leaves other keys alone', () => {
    expect(wordAfterKey(WORDS, 0, 'a')).toBeNull()
  })
})

it('knows which word is being said', () => {
  expect(wordAt(WORDS, 0)).toBe(-1)
  expect(wordAt(WORDS, 11_000)).toBe(0)
  expect(wordAt(WORDS, 13_500)).toBe(3)
  expect(wordAt(WORDS, 99_000)).toBe(7)
  expect(wordAt([], 5)).toBe(-1)
})

it('finds the words of a span again', () => {
  const { from, to } = chosenSpan(WORDS, { anchor: 2, focus: 5 })!
  expect(wordsWithin(WORDS, from, to)).toEqual({ anchor: 2, focus: 5 })
  expect(wordsWithin(WORDS, 60_000, 70_000)).toBeNull()
})
