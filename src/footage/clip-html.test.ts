import { expect, test } from 'vitest'
import { nothing } from '../platform/html.ts'
import { clipHtml } from './clip-html.ts'
import { originHtml } from './origin-html.ts'
import { saidHtml } from './said-html.ts'
import type { ClipRef } from './wire.ts'

const size = (width: number, height: number) => ({
  width,
  height,
  sha256: 'b'.repeat(64),
  bytes: 1000,
  url: `https://files.example/files/${'b'.repeat(64)}/${height}p.mp4`,
})

const CLIP: ClipRef = {
  id: '01a20399-22ab-7a9c-8200-cc0f870a8dfd',
  title: 'Row four <stands>',
  before: 'The usher has asked row four to sit down.',
  warning: null,
  poster: {
    id: '01a20399-22ab-7a9c-8200-cc0f870a8dfe',
    sha256: 'a'.repeat(64),
    width: 1280,
    height: 720,
    alt: 'Row four',
    credit: '',
    focalX: 50,
    focalY: 50,
  },
  sizes: [size(640, 360), size(1280, 720)],
  durationMs: 31_000,
  captionsUrl: `https://files.example/files/${'c'.repeat(64)}/captions.vtt`,
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
const WARNED: ClipRef = { ...CLIP, warning: { says: 'A man is hurt at 0:19.', why: 'The league denies it.' } }
const said = saidHtml(
  [
    { id: '1', fromMs: 11_000, toMs: 13_000, speaker: 'Usher', text: 'What’s he' },
    { id: '2', fromMs: 13_000, toMs: 14_000, speaker: 'Usher', text: 'leaning on?' },
    { id: '3', fromMs: 14_000, toMs: 16_000, speaker: '', text: '<Nothing>' },
  ],
  'en',
)
const show = (clip: ClipRef): string =>
  clipHtml(clip, said, originHtml(clip, 'en-US')).toString().replaceAll(/\s+/g, ' ')

test('before it is asked for, a clip is a poster and a link to its file: no video, no preload', () => {
  const shown = show(CLIP)
  expect(shown).not.toMatch(/<video|<source[^>]+mp4|preload/)
  expect(shown).toContain(`class="clip-play" data-chunk="footage" href="${CLIP.sizes[1]!.url}"`)
  expect(shown).toContain(`/files/${'a'.repeat(64)}/`)
  expect(shown).toContain('Row four &lt;stands&gt;')
  expect(shown).toContain('Just before it begins: The usher has asked row four to sit down.')
  expect(shown).toContain('0:31')
})

test('the chunk finds both sizes, and captions on the host of the page, on the box', () => {
  const shown = show(CLIP)
  expect(shown).toContain(`data-small="${CLIP.sizes[0]!.url}"`)
  expect(shown).toContain(`data-captions="/files/${'c'.repeat(64)}/captions.vtt"`)
  expect(show({ ...CLIP, sizes: CLIP.sizes.slice(0, 1), captionsUrl: null })).not.toMatch(
    /data-(small|captions)/,
  )
})

test('a warned clip shows nothing of itself: what is shown and why, and the choices', () => {
  const shown = show(WARNED)
  expect(shown).not.toContain('a'.repeat(64))
  expect(shown).not.toContain('<img')
  expect(shown).toContain('A man is hurt at 0:19. The league denies it.')
  for (const choice of ['Show and play 0:31', 'Read what is said instead', 'Play without sound'])
    expect(shown).toContain(choice)
})

test('what is said is offered only where there is something to read', () => {
  expect(clipHtml(WARNED, nothing, nothing).toString()).not.toContain('Read what is said')
  expect(show(CLIP)).toContain('<b>Usher:</b> What’s he leaning on?')
  expect(show(CLIP)).toContain('&lt;Nothing&gt;')
})

test.each([
  [1280, 720, 'clip-box'],
  [720, 720, 'clip-box is-square'],
  [720, 1280, 'clip-box is-tall'],
])('a video of %i × %i has the box "%s"', (width, height, look) => {
  expect(show({ ...CLIP, sizes: [size(width, height)] })).toContain(`class="${look}"`)
})

test('provenance shows what is public, a press away from its short form', () => {
  const provenance = {
    releasedBy: 'Fenwick County',
    releasedOn: '2026-11-21',
    sourceUrl: 'https://records.example/24-118?a=1&b=2',
    receivedOn: null,
    checksum: '9f2c'.padEnd(64, '0'),
    notes: null,
  }
  const shown = originHtml({ ...CLIP, provenance }, 'en-US').toString()
  expect(shown).toContain('<summary>Released by Fenwick County, November 21, 2026</summary>')
  expect(shown).toContain('href="https://records.example/24-118?a=1&amp;b=2"')
  expect(shown).toContain(provenance.checksum)
  expect(shown).not.toMatch(/Received|Notes/)
  expect(originHtml(CLIP, 'en-US')).toBe(nothing)
})
