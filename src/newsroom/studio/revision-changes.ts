import { diffArrays, diffWords } from 'diff'
import type { StoryInput } from '../wire.ts'
import { blockWords } from './block-words.ts'
import type { Block } from './document-types.ts'
import { isSameValue } from './same-value.ts'

export interface Piece {
  words: string
  change: 'added' | 'removed' | 'same'
}

/** A headline, standfirst or block that is not what it was. */
export interface Passage {
  key: string
  pieces: Piece[]
  /** What has changed of it that its words do not show. */
  note?: string
}

/** So many blocks that stayed as they were. */
export interface Unchanged {
  key: string
  unchanged: number
}

export interface Changes {
  passages: (Passage | Unchanged)[]
  /** What else is not what it was, by name. */
  also: string[]
}

const ALSO: readonly (readonly [keyof StoryInput, string])[] = [
  ['kind', 'kind'],
  ['sponsor', 'sponsor'],
  ['authors', 'byline'],
  ['tags', 'tags'],
  ['cover', 'cover'],
  ['slug', 'address'],
  ['shortTake', 'short take'],
]

/** From one version of a story to another, for people to read: by word within a block, and blocks known by their ids. */
export function changesBetween(before: StoryInput, after: StoryInput): Changes {
  const lines = (['headline', 'standfirst'] as const)
    .filter((part) => before[part] !== after[part])
    .map((part) => ({ key: part, pieces: piecesOf(before[part], after[part]) }))
  return {
    passages: [...lines, ...blockPassages(before.document.blocks, after.document.blocks)],
    also: ALSO.filter(([field]) => !isSameValue(before[field], after[field])).map(([, name]) => name),
  }
}

function blockPassages(before: readonly Block[], after: readonly Block[]): (Passage | Unchanged)[] {
  const old = new Map(before.map((block) => [block.id, block]))
  const now = new Map(after.map((block) => [block.id, block]))
  const passages: (Passage | Unchanged)[] = []
  for (const { value: ids, added, removed } of diffArrays([...old.keys()], [...now.keys()]))
    for (const id of ids) {
      const passage = passageOf(id, added ? undefined : old.get(id), removed ? undefined : now.get(id))
      const last = passages.at(-1)
      if (passage) passages.push(passage)
      else if (last && 'unchanged' in last) last.unchanged++
      else passages.push({ key: `after ${last?.key ?? 'nothing'}`, unchanged: 1 })
    }
  return passages.every((passage) => 'unchanged' in passage) ? [] : passages
}

/** Null: it stayed as it was. */
function passageOf(id: string, before: Block | undefined, after: Block | undefined): Passage | null {
  if (before && after && isSameValue(before, after)) return null
  const [was, is] = [before ? blockWords(before) : '', after ? blockWords(after) : '']
  const passage = { key: `${id}${before ? '-' : ''}${after ? '+' : ''}`, pieces: piecesOf(was, is) }
  const onlyItsForm = before && after && was === is
  return onlyItsForm ? { ...passage, note: 'its words stayed; its form, links or details changed' } : passage
}

const intlSegmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

const piecesOf = (before: string, after: string): Piece[] =>
  diffWords(before, after, { intlSegmenter }).map(({ value, added, removed }) => ({
    words: value,
    change: added ? 'added' : removed ? 'removed' : 'same',
  }))
