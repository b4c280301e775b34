import type { DeskProductJson } from '../../src/shop/wire-catalogue.ts'
import type { Desk } from '../../test/support/desk.ts'
import { makeLeagueNight } from '../../test/support/league-night.ts'
import { addClip, addFootage, type Studio } from './clips.ts'
import { publishBlocks } from './publish-blocks.ts'
import { prose } from './texts.ts'

const WORDS = `WEBVTT

00:01.000 --> 00:03.000
<v Usher>What’s he leaning on?

00:07.000 --> 00:09.000
<v Usher>Get the gate. Get the gate open.
`
const CLIPS = [
  { title: 'What’s he leaning on?', inMs: 500, outMs: 8500 },
  {
    title: 'The boards give way',
    inMs: 3500,
    outMs: 13_500,
    warning: { says: 'A man is hurt at 0:04. No blood is shown.', why: 'Nobody called out.' },
  },
  { title: 'From the other side', inMs: 9000, outMs: 19_000 },
]

/** Everything that a story can hold: three clips, one of them warned, two quotes that play, a match and a product; its path. */
export async function publishWholeStory(studio: Studio): Promise<string> {
  const { desk } = studio
  const [first = '', warned = '', last = ''] = await addClips(studio)
  const { match } = await makeLeagueNight(desk, { event: false })
  const product = await addShirt(desk)
  return publishBlocks(desk, 'The rink cam video is out', [
    paragraph(1),
    { type: 'clip', clip: warned },
    paragraph(2),
    quote('What’s he leaning on?', 'Usher', { clip: first, from: 500, to: 2500 }),
    { type: 'card', module: 'league', ref: match.id },
    paragraph(3),
    { type: 'clip', clip: first },
    quote('Get the gate open.', 'Usher', { clip: warned, from: 3500, to: 5500 }),
    paragraph(4),
    { type: 'clip', clip: last },
    { type: 'card', module: 'shop', ref: `product.${product}` },
    paragraph(5),
  ])
}

const paragraph = (seed: number) => ({ type: 'paragraph', text: [{ text: prose(1200, seed) }] })

const quote = (words: string, cite: string, moment: { clip: string; from: number; to: number }) => ({
  type: 'quote',
  text: [{ text: `“${words}”` }],
  cite,
  moment,
})

async function addClips(studio: Studio): Promise<string[]> {
  const masterId = await addFootage(studio)
  await studio.desk.must('POST', `/api/v1/masters/${masterId}/transcript`, { body: { text: WORDS } })
  const ids: string[] = []
  for (const clip of CLIPS) ids.push((await addClip(studio, { ...clip, masterId })).id)
  return ids
}

async function addShirt(desk: Desk): Promise<string> {
  const sizes = ['S', 'M', 'L']
  const { id, variants } = await desk.must<DeskProductJson>('POST', '/api/v1/products', {
    body: {
      title: 'Goal Horn Tee',
      type: 'T-Shirts',
      status: 'for-sale',
      options: [{ name: 'Size', values: sizes }],
      variants: sizes.map((size) => ({ sku: `TEE-${size}`, choice: [size], priceMinor: 3200 })),
    },
  })
  for (const variant of variants)
    await desk.must('POST', `/api/v1/variants/${variant.id}/movements`, {
      body: { kind: 'received', quantity: 40 },
    })
  return id
}
