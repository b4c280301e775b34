import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clipsOf, documentOf, documentSchema, linkProblem, momentsOf, plainText } from './document.ts'

const paragraph = (part: object) => ({
  schema: 1,
  blocks: [{ id: 'b1', type: 'paragraph', text: [{ text: 'here', ...part }] }],
})

test.each([
  'https://example.org/a?b=c#d',
  'http://example.org',
  'mailto:desk@example.org',
  '/stories/rink-cam',
  '/',
])('the link %s is allowed', (href) => {
  expect(linkProblem(href)).toBeNull()
  expect(documentSchema.safeParse(paragraph({ link: href })).success).toBe(true)
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//evil.example',
  '/\\evil.example',
  'https://exa mple.org',
  'https://',
  'stories/rink-cam',
  '',
])('the link %j is refused', (href) => {
  expect(linkProblem(href)).not.toBeNull()
  expect(documentSchema.safeParse(paragraph({ link: href })).success).toBe(false)
})

test('whatever link is allowed leads by http, by mail or into this site', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl(), fc.string(), fc.string({ unit: 'binary' })), (href) => {
      if (linkProblem(href) !== null) return
      const { protocol, host } = new URL(href, 'https://this.example')
      expect(['http:', 'https:', 'mailto:']).toContain(protocol)
      if (href.startsWith('/')) expect(host).toBe('this.example')
    }),
  )
})

test('keys that the form does not know, HTML among them, are refused', () => {
  expect(documentSchema.safeParse(paragraph({ html: '<script>' })).success).toBe(false)
  expect(
    documentSchema.safeParse({ schema: 1, blocks: [{ id: 'a', type: 'html', html: '<b>' }] }).success,
  ).toBe(false)
})

test('a video address that breaks out of its quotes is no video id', () => {
  const embed = (video: string) => ({
    schema: 1,
    blocks: [{ id: 'a', type: 'embed', provider: 'youtube', video, title: 'x' }],
  })
  expect(documentSchema.safeParse(embed('dQw4w9WgXcQ')).success).toBe(true)
  expect(documentSchema.safeParse(embed('"><script>x')).success).toBe(false)
  expect(documentSchema.safeParse(embed('dQw4w9WgXcQ"onload=')).success).toBe(false)
})

test('an embed of a provider that is not listed is refused', () => {
  const block = { id: 'a', type: 'embed', provider: 'evil', video: 'dQw4w9WgXcQ', title: 'x' }
  expect(documentSchema.safeParse({ schema: 1, blocks: [block] }).success).toBe(false)
})

test('two blocks with one id are refused, and blocks without ids can be given some', () => {
  const block = { id: 'a', type: 'divider' }
  expect(documentSchema.safeParse({ schema: 1, blocks: [block, block] }).success).toBe(false)
  const document = documentOf([{ type: 'divider' }, { type: 'paragraph', text: [{ text: 'Words' }] }])
  expect(document.blocks.map(({ id }) => id)).toEqual(['b1', 'b2'])
  expect(plainText(document)).toBe('Words')
})

test('a paste of 500 KB is fine', () => {
  expect(documentSchema.safeParse(paragraph({ text: 'lorem '.repeat(85_000) })).success).toBe(true)
})

const CLIP = '01a20399-22ab-7a9c-8200-cc0f870a8d01'

test('a span of a clip has a beginning before its end, in whole milliseconds', () => {
  const valid = (from: unknown, to: unknown): boolean =>
    documentSchema.safeParse(paragraph({ moment: { clip: CLIP, from, to } })).success
  expect(valid(0, 1)).toBe(true)
  expect([
    valid(5, 5),
    valid(5, 4),
    valid(-1, 4),
    valid(0.5, 4),
    valid('0', 4),
    valid(0, 90_000_000),
  ]).toEqual(Array(6).fill(false))
  expect(documentSchema.safeParse(paragraph({ moment: { clip: 'x', from: 0, to: 1 } })).success).toBe(false)
})

test('the fallback of an embed leads where any link may, and nowhere else', () => {
  const valid = (link: string): boolean =>
    documentSchema.safeParse({
      schema: 1,
      blocks: [
        {
          id: 'a',
          type: 'embed',
          provider: 'youtube',
          video: 'dQw4w9WgXcQ',
          title: 'x',
          fallback: { text: 'y', link },
        },
      ],
    }).success
  expect([valid('https://archive.example/1'), valid('javascript:alert(1)')]).toEqual([true, false])
})

test('the clips and the spans of a document are found wherever they stand', () => {
  const moment = (from: number) => ({ clip: CLIP, from, to: from + 1 })
  const document = documentOf([
    { type: 'clip', clip: CLIP },
    { type: 'quote', text: [{ text: 'a', moment: moment(1) }], moment: moment(2) },
    { type: 'list', ordered: false, items: [[{ text: 'b' }], [{ text: 'c', moment: moment(3) }]] },
  ])
  expect(clipsOf(document)).toEqual([CLIP])
  expect(momentsOf(document)).toEqual([
    { at: 'b2', moment: moment(2), words: 'a' },
    { at: 'b2', moment: moment(1), words: '' },
    { at: 'b3', moment: moment(3), words: '' },
  ])
})
