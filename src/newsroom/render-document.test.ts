import { expect, test } from 'vitest'
import type { ClipRef } from '../footage/public.ts'
import { nothing, raw } from '../platform/html.ts'
import { regionKeysIn } from '../platform/live/regions.ts'
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

const ID = '01a20399-22ab-7a9c-8200-cc0f870a8d01'
const MP4 = `/files/${'b'.repeat(64)}/720p.mp4`
const CLIP: ClipRef = {
  id: ID,
  title: 'Row "four"',
  before: '',
  warning: null,
  poster: null,
  sizes: [{ width: 1280, height: 720, sha256: 'b'.repeat(64), bytes: 1, url: MP4 }],
  durationMs: 31_000,
  captionsUrl: null,
  language: 'en',
  provenance: {
    releasedBy: null,
    releasedOn: null,
    sourceUrl: null,
    receivedOn: null,
    checksum: null,
    notes: null,
  },
  words: '',
  createdAt: new Date(0),
}
const MOMENT = { clip: ID, from: 12_000, to: 19_500 }

const render = (...blocks: Draft[]): string => renderWith([CLIP], ...blocks)

const renderWith = (clips: readonly ClipRef[], ...blocks: Draft[]): string =>
  renderDocument(documentOf(blocks), {
    pictures: new Map([[PICTURE.id, PICTURE]]),
    clips: new Map(clips.map((clip) => [clip.id, clip])),
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

test('a clip that stands twice has one place that a link leads to', () => {
  const shown = render({ type: 'clip', clip: ID }, { type: 'clip', clip: ID })
  expect(shown.split('class="story-clip"')).toHaveLength(3)
  expect(shown.split(`id="clip-${ID}"`)).toHaveLength(2)
})

test('a clip is a place for its own region, which a link can lead to', () => {
  const shown = render({ type: 'clip', clip: ID })
  expect(regionKeysIn(shown)).toEqual([`clip:${ID}/player`])
  expect(shown).toContain(`id="clip-${ID}"`)
})

test('the mark of a quote leads to its span in the file, without any script', () => {
  const shown = render({ type: 'quote', text: [{ text: 'Nothing' }], cite: 'Usher', moment: MOMENT })
  expect(shown).toContain(`href="${MP4}#t=12,19.5"`)
  expect(shown).toContain('aria-label="Play 0:12 to 0:19 of “Row &quot;four&quot;”"')
  expect(shown).toContain('Usher, <a class="num" href="#clip-')
  expect(shown).toContain('>0:12–0:19</a>')
})

test('a tied passage has one mark, behind its last part', () => {
  const shown = render({
    type: 'paragraph',
    text: [
      { text: 'Then ' },
      { text: 'the row ', moment: MOMENT },
      { text: 'turns', bold: true, moment: MOMENT },
      { text: '.' },
    ],
  })
  expect(shown.match(/class="tied-at/g)).toHaveLength(1)
  expect(shown).toMatch(
    /<span class="tied"><strong>turns<\/strong><\/span><a class="tied-at num".*▸0:12<\/a >\./,
  )
})

test('a warning goes with every mark of its clip', () => {
  const warned = { ...CLIP, warning: { says: 'A man is hurt.', why: 'Nobody else shows it.' } }
  const shown = renderWith(
    [warned],
    { type: 'quote', text: [{ text: 'Nothing' }], moment: MOMENT },
    { type: 'paragraph', text: [{ text: 'x', moment: MOMENT }] },
  )
  expect(shown.match(/Warning: A man is hurt\./g)).toHaveLength(3)
})

test('a clip that is only quoted stands at the end, closed; words of one that is gone are words', () => {
  const quote: Draft = { type: 'quote', text: [{ text: 'Nothing' }], cite: 'Usher', moment: MOMENT }
  expect(render(quote)).toMatch(/<details class="clips-quoted">/)
  expect(regionKeysIn(render(quote, { type: 'clip', clip: ID }))).toEqual([`clip:${ID}/player`])
  expect(render(quote, { type: 'clip', clip: ID })).not.toContain('clips-quoted')
  const without = renderWith([], quote, { type: 'paragraph', text: [{ text: 'x', moment: MOMENT }] })
  expect(without).not.toMatch(/data-chunk|tied|clips-quoted/)
  expect(without).toContain('<figcaption>Usher</figcaption>')
})

test('somebody else’s video says its warning before it is asked for, its source, and what to do when it is gone', () => {
  const shown = render({
    type: 'embed',
    provider: 'vimeo',
    video: '76979871',
    title: 'The fall',
    warning: { says: 'A man falls.', why: 'It is what the vote was about.' },
    source: 'Fenwick County',
    fallback: { text: 'Our own account of it', link: '/stories/the-fall' },
  })
  expect(shown).toMatch(/A man falls\. It is what the vote was about\..*Show the video from Vimeo/)
  expect(shown).toContain('Source: Fenwick County')
  expect(shown).toContain('Gone? <a href="/stories/the-fall" rel="noopener">Our own account of it</a>')
})
