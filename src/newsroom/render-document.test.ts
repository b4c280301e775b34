import { expect, test } from 'vitest'
import { nothing, raw } from '../platform/html.ts'
import { type Block, documentOf } from './document.ts'
import { renderDocument } from './render-document.ts'

type Draft = Parameters<typeof documentOf>[0][number]

const PICTURE = {
  id: '01a20399-22ab-7a9c-8200-cc0f870a8dfd',
  sha256: 'a'.repeat(64),
  width: 1600,
  height: 900,
  alt: 'Its own',
  credit: 'Desk',
  focalX: 50,
  focalY: 50,
}

const render = (...blocks: Draft[]): string =>
  renderDocument(documentOf(blocks), {
    pictures: new Map([[PICTURE.id, PICTURE]]),
    card: ({ module, id }) => (id === 'gone' ? nothing : raw(`<i>${module} ${id}</i>`)),
  })
    .toString()
    .replaceAll(/\s+/g, ' ')

test('marks, links and line breaks of a text', () => {
  const text: Extract<Block, { type: 'paragraph' }>['text'] = [
    { text: 'Plain\nand ' },
    { text: 'both', bold: true, italic: true },
    { text: 'out', link: 'https://example.org/?a=1&b=2' },
    { text: 'in', link: '/stories/x' },
  ]
  expect(render({ type: 'paragraph', text })).toBe(
    '<p>Plain<br />and <strong><em>both</em></strong><a href="https://example.org/?a=1&amp;b=2" rel="noopener">out</a><a href="/stories/x">in</a></p>',
  )
})

test('a picture shows the words that the story gives it, and one that is not there leaves nothing', () => {
  const shown = render({ type: 'image', picture: PICTURE.id, alt: 'Of the story', caption: 'Boards' })
  expect(shown).toContain('alt="Of the story"')
  expect(shown).toContain('<figcaption>Boards / Desk</figcaption>')
  expect(render({ type: 'image', picture: PICTURE.id.replace('01', '02'), alt: 'x' })).toBe('')
})

test('a video of another site is a link until it is asked for', () => {
  const shown = render({
    type: 'embed',
    provider: 'youtube',
    video: 'dQw4w9WgXcQ',
    title: 'A "clip"',
    start: 7,
  })
  expect(shown).not.toContain('<iframe')
  expect(shown).toContain(
    'data-frame="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&amp;rel=0&amp;start=7"',
  )
  expect(shown).toContain('href="https://www.youtube.com/watch?v=dQw4w9WgXcQ&amp;t=7s"')
  expect(shown).toContain('Load video from YouTube')
})

test('a card that shows nothing leaves no gap', () => {
  expect(render({ type: 'card', module: 'live', ref: '7' })).toBe(
    '<div class="story-card"><i>live 7</i></div>',
  )
  expect(render({ type: 'card', module: 'live', ref: 'gone' })).toBe('')
})

test('quotes, lists, headings, callouts and dividers', () => {
  expect(render({ type: 'quote', text: [{ text: 'Yes' }], cite: '<b>\n"x' })).toContain(
    '<figcaption>&lt;b&gt; &quot;x</figcaption>',
  )
  expect(render({ type: 'list', ordered: true, items: [[{ text: 'a' }], [{ text: 'b' }]] })).toMatch(
    /<ol> ?<li>a<\/li><li>b<\/li> ?<\/ol>/,
  )
  expect(render({ type: 'heading', level: 3, text: [{ text: 'H' }] })).toBe('<h3>H</h3>')
  expect(render({ type: 'callout', text: [{ text: 'C' }] })).toBe('<aside class="callout"><p>C</p></aside>')
  expect(render({ type: 'divider' })).toBe('<hr />')
})
