import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DOCUMENT_SCHEMA as canonical, documentSchema } from '../document.ts'
import { documentToTiptap } from './document-to-tiptap.ts'
import { type Block, DOCUMENT_SCHEMA, type Document, type Inline, type Moment } from './document-types.ts'
import { tiptapToDocument } from './tiptap-to-document.ts'

const noNewId = (): string => {
  throw new Error('No block should need a new id.')
}

const words = fc.string({ minLength: 1, unit: fc.constantFrom('a', 'é', '🏒', ' ', '<', '"', '\n', 'م') })
const trimmed = words.map((text) => text.trim())
const flag = fc.option(fc.constant(true), { nil: undefined })
const link = fc.option(fc.constantFrom('/stories/x', 'https://example.com/?a=1', 'mailto:desk@example.com'), {
  nil: undefined,
})
const without = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T

const moment = fc.option(
  fc.record({ clip: fc.uuid(), from: fc.nat(60_000), to: fc.integer({ min: 60_001, max: 90_000 }) }),
  { nil: undefined },
)
const said = trimmed.filter((text) => text !== '')
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

const inline = fc
  .record({ text: words, bold: flag, italic: flag, link, moment })
  .map((part) => without(part) as Inline)
const look = ({ bold, italic, link, moment: { clip, from, to } = {} as Moment }: Inline): string =>
  JSON.stringify([bold, italic, link, clip, from, to])
const text = fc
  .array(inline, { maxLength: 5 })
  .map((parts) => parts.filter((part, i) => i === 0 || look(part) !== look(parts[i - 1]!)))

const bare = fc.oneof(
  fc.record({ type: fc.constant('paragraph'), text }),
  fc.record({ type: fc.constant('heading'), level: fc.constantFrom(2, 3), text }),
  fc.record({ type: fc.constant('quote'), text, cite: maybe(trimmed), moment }),
  fc.record({ type: fc.constant('callout'), text }),
  fc.record({
    type: fc.constant('list'),
    ordered: fc.boolean(),
    items: fc.array(text, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    type: fc.constant('image'),
    picture: fc.uuid(),
    alt: trimmed,
    caption: fc.option(trimmed, { nil: undefined }),
    credit: fc.option(trimmed, { nil: undefined }),
  }),
  fc.record({
    type: fc.constant('embed'),
    provider: fc.constant('youtube'),
    video: fc.constant('dQw4w9WgXcQ'),
    title: trimmed,
    start: fc.option(fc.nat(5000), { nil: undefined }),
    warning: maybe(fc.record({ says: said, why: trimmed })),
    source: maybe(said),
    fallback: maybe(fc.record({ text: said, link }).map(without)),
  }),
  fc.record({ type: fc.constant('clip'), clip: fc.uuid() }),
  fc.record({ type: fc.constant('divider') }),
  fc.record({ type: fc.constant('card'), module: fc.constant('live'), ref: fc.uuid() }),
)

const document = fc.array(bare, { maxLength: 12 }).map((blocks): Document => {
  const all = blocks.map((block, i) => {
    const given = without(block) as Record<string, unknown>
    for (const name of ['cite', 'caption', 'credit']) if (given[name] === '') delete given[name]
    return { id: `b${i}`, ...given } as Block
  })
  const last = all.findLastIndex((block) => block.type !== 'paragraph' || block.text.length > 0)
  return { schema: 1, blocks: all.slice(0, last + 1) }
})

describe('the document and the editor', () => {
  it('every document comes back from the editor as it was, ids included', () => {
    fc.assert(
      fc.property(document, (original) => {
        expect(tiptapToDocument(documentToTiptap(original), noNewId)).toEqual(original)
      }),
      { numRuns: 500 },
    )
  })

  it('what comes from the editor is a valid document', () => {
    fc.assert(
      fc.property(document, (original) => {
        documentSchema.parse(tiptapToDocument(documentToTiptap(original), noNewId))
      }),
    )
  })

  it('takes what is pasted with control characters, which nobody sees', () => {
    const pasted = 'one\u000btwo\u0092three'
    const doc = {
      type: 'doc',
      content: [
        { type: 'quote', attrs: { id: 'a', cite: pasted }, content: [{ type: 'text', text: pasted }] },
      ],
    }
    const { blocks } = documentSchema.parse(tiptapToDocument(doc, noNewId))
    expect(blocks).toEqual([
      { id: 'a', type: 'quote', cite: 'one two three', text: [{ text: 'one two three' }] },
    ])
  })

  it('names the same schema as the newsroom', () => {
    expect(DOCUMENT_SCHEMA).toBe(canonical)
  })

  it('gives a copied block an id of its own, and one that has none', () => {
    const paragraph = (id: string | null) => ({
      type: 'paragraph',
      attrs: { id },
      content: [{ type: 'text', text: 'x' }],
    })
    let drawn = 0
    const { blocks } = tiptapToDocument(
      { type: 'doc', content: [paragraph('a'), paragraph('a'), paragraph(null)] },
      () => `new${++drawn}`,
    )
    expect(blocks.map(({ id }) => id)).toEqual(['a', 'new1', 'new2'])
  })

  it('opens an empty document with one line to type in, and keeps it empty', () => {
    const empty = documentToTiptap({ blocks: [] })
    expect(empty.content).toEqual([{ type: 'paragraph' }])
    expect(tiptapToDocument(empty, () => 'n')).toEqual({ schema: 1, blocks: [] })
  })

  it('leaves out a picture that is still being sent', () => {
    const doc = { type: 'doc', content: [{ type: 'image', attrs: { id: 'a', picture: null, alt: 'x' } }] }
    expect(tiptapToDocument(doc, () => 'n').blocks).toEqual([])
  })

  it('joins words that look alike and drops what has no meaning here', () => {
    const doc = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          attrs: { id: 'a' },
          content: [
            { type: 'text', text: 'one ', marks: [{ type: 'strike' }] },
            { type: 'text', text: 'two' },
            { type: 'iframe', attrs: { src: 'https://example.com' } },
          ],
        },
        { type: 'iframe', attrs: { src: 'https://example.com' } },
      ],
    }
    expect(tiptapToDocument(doc, () => 'n').blocks).toEqual([
      { id: 'a', type: 'paragraph', text: [{ text: 'one two' }] },
    ])
  })
})
