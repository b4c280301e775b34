import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatCursor, parseCursor } from './cursor.ts'
import { isVisible, kindLabel, readingMinutes, slugOf, topicsOf } from './story.ts'
import { slugSchema } from './wire.ts'

test('a story is visible from its instant on, and not before', () => {
  const publishedAt = new Date('2026-11-22T20:00:00Z')
  expect(isVisible({ publishedAt }, new Date('2026-11-22T19:59:59.999Z'))).toBe(false)
  expect(isVisible({ publishedAt }, publishedAt)).toBe(true)
})

test.each([
  ['The rink cam video is out, and it is worse', 'the-rink-cam-video-is-out-and-it-is-worse'],
  ["Don’t ask. Don't tell", 'dont-ask-dont-tell'],
  ['Überfluß in Łódź: çà et là', 'uberfluss-in-lodz-ca-et-la'],
  ['🏒🔥', 'story-1'],
  ['مباراة الليلة', 'story-1'],
  ['', 'story-1'],
  ['../../etc/passwd', 'etc-passwd'],
  ['\u202Egoal\u0000', 'goal'],
])('the slug of %j is %s', (headline, slug) => {
  expect(slugOf(headline, 'story-1')).toBe(slug)
})

test('whatever the headline, its slug is one that an address and a region key can hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (headline) => {
      const slug = slugOf(headline, 'story-1')
      expect(slugSchema.safeParse(slug).success).toBe(true)
      expect(slug.length).toBeLessThanOrEqual(80)
    }),
  )
})

test('a story touches the lists of all its tags and authors', () => {
  const topics = topicsOf({
    id: '7',
    tags: [{ slug: 'refs' }, { slug: 'county' }],
    authors: [{ slug: 'mo' }],
  })
  expect(topics).toEqual(['stories', 'story:7', 'tag:refs', 'tag:county', 'author:mo'])
})

test('readers are told what is not plain news, and who paid', () => {
  expect(kindLabel('news', '')).toBeNull()
  expect(kindLabel('opinion', '')).toBe('Opinion')
  expect(kindLabel('satire', '')).toBe('Satire')
  expect(kindLabel('sponsored', 'Puckett')).toBe('Sponsored by Puckett')
})

test('reading takes a minute at least', () => {
  expect(readingMinutes('')).toBe(1)
  expect(readingMinutes('word '.repeat(1150))).toBe(5)
})

test('a cursor comes back as it went out, and no other text is one', () => {
  const cursor = { at: new Date('2026-11-22T20:00:00.123Z'), id: '01a20399-22ab-7a9c-8200-cc0f870a8dfd' }
  expect(parseCursor(formatCursor(cursor))).toEqual(cursor)
  for (const text of ['', 'x', '1-2', "1-' or 1=1", `zzzzzzzzzzzz-${cursor.id}`, `0-${cursor.id}'`])
    expect(parseCursor(text)).toBeNull()
})
