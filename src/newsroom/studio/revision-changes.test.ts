import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StoryInput } from '../wire.ts'
import type { Block } from './document-types.ts'
import { changesBetween, type Passage } from './revision-changes.ts'

const paragraph = (id: string, text: string): Block => ({ id, type: 'paragraph', text: [{ text }] })

const story = (changes: Partial<StoryInput>, ...blocks: Block[]): StoryInput => ({
  slug: '',
  kind: 'news',
  sponsor: '',
  headline: 'Tugs win',
  standfirst: '',
  document: { schema: 1, blocks },
  cover: null,
  shortTake: false,
  authors: [],
  tags: [],
  ...changes,
})

/** `[-gone-]` and `{+new+}`. */
const told = (passage: Passage | { unchanged: number }): string =>
  'unchanged' in passage
    ? `${passage.unchanged} unchanged`
    : passage.pieces
        .map(({ words, change }) =>
          change === 'same' ? words : change === 'added' ? `{+${words}+}` : `[-${words}-]`,
        )
        .join('') + (passage.note ? ` (${passage.note})` : '')

const changes = (before: StoryInput, after: StoryInput) => changesBetween(before, after).passages.map(told)

test('words are compared within their paragraph, and what stayed is counted', () => {
  const before = story({}, paragraph('a', 'One.'), paragraph('b', 'The owl sat.'), paragraph('c', 'Three.'))
  const after = story(
    { headline: 'Tugs win in overtime' },
    paragraph('a', 'One.'),
    paragraph('b', 'The owl left.'),
    paragraph('c', 'Three.'),
    paragraph('d', 'Four.'),
  )
  expect(changes(before, after)).toEqual([
    'Tugs win {+in overtime+}',
    '1 unchanged',
    'The owl [-sat-]{+left+}.',
    '1 unchanged',
    '{+Four.+}',
  ])
})

test('what was taken out and what has no words is told', () => {
  const picture: Block = { id: 'p', type: 'image', picture: crypto.randomUUID(), alt: 'A tug at night' }
  const bold: Block = { id: 'a', type: 'paragraph', text: [{ text: 'One.', bold: true }] }
  expect(changes(story({}, paragraph('a', 'One.'), picture), story({}, bold))).toEqual([
    'One. (its words stayed; its form, links or details changed)',
    '[-[Picture: A tug at night]-]',
  ])
})

test('what stands beside the words is named', () => {
  const after = story({ kind: 'opinion', tags: [crypto.randomUUID()], slug: 'tugs' })
  expect(changesBetween(story({}), after)).toEqual({ passages: [], also: ['kind', 'tags', 'address'] })
})

test('what stayed and what was added are the new words, what stayed and what was removed the old ones', () => {
  const words = fc.string({ unit: 'grapheme' })
  const joined = ([passage]: ReturnType<typeof changesBetween>['passages'], without: string): string =>
    passage && 'pieces' in passage
      ? passage.pieces.map(({ change, words: piece }) => (change === without ? '' : piece)).join('')
      : ''
  const spaceless = (text: string): string => text.replaceAll(/\s/g, '')
  fc.assert(
    fc.property(words, words, (before, after) => {
      fc.pre(before !== after)
      const { passages } = changesBetween(story({ headline: before }), story({ headline: after }))
      expect(joined(passages, 'removed')).toBe(after)
      // Of space the new is shown.
      expect(spaceless(joined(passages, 'added'))).toBe(spaceless(before))
    }),
  )
})
