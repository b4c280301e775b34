import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentOf, documentSchema, linkProblem, plainText } from './document.ts'

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
