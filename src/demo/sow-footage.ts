import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { addMasterFromFile, findClips, importTranscript, markClip, toolProblem } from '../footage/public.ts'
import { getStory, publishStory, saveStory } from '../newsroom/public.ts'
import { SYSTEM } from '../people/public.ts'
import { clipPlaces, clips, master, quoteMoments, tellingSlug, transcript } from './content/footage.ts'
import { drawFootage } from './draw-footage.ts'
import type { Sower } from './sower.ts'

const LOOK_EVERY_MS = 1000
const PATIENCE_MS = 10 * 60_000

const nobodyKnows = (): Promise<null> => Promise.resolve(null)

/** Draws the footage and takes it in as a desk would; its story shows it as soon as its clips are cut. Nobody waits for it. */
export async function sowFootage(sower: Sower): Promise<void> {
  const { p } = sower
  if (toolProblem() !== null) return
  const id = await sower.once('master', () => takeIn(sower), nobodyKnows)
  for (const { key, ...clip } of clips)
    await sower.once(
      `clip:${key}`,
      async () => (await markClip(p, SYSTEM, { masterId: id, ...clip })).id,
      nobodyKnows,
    )
  await untilReady(sower)
  await sower.once('footage-told', () => tell(sower), nobodyKnows)
}

async function takeIn({ p }: Sower): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'late-horn-'))
  try {
    const film = join(folder, 'rink-cam.mp4')
    await drawFootage(film)
    const id = await addMasterFromFile(p, SYSTEM, film, master)
    await importTranscript(p, SYSTEM, id, { text: transcript, language: 'en' })
    return id
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function untilReady(sower: Sower): Promise<void> {
  const ids = clips.map(({ key }) => sower.idOf(`clip:${key}`))
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until;) {
    const found = [...(await findClips(sower.p, ids)).values()]
    if (found.length === ids.length && found.every(({ sizes }) => sizes.length > 0)) return
    await sleep(LOOK_EVERY_MS, undefined, { ref: false })
  }
  throw new Error('The clips of the demo were not cut in time. They can be retried in the studio.')
}

type Blocks = Awaited<ReturnType<typeof getStory>>['document']['blocks']

/** Puts the clips into their story, and ties its quotes to what is heard. */
async function tell(sower: Sower): Promise<string> {
  const { p } = sower
  const id = sower.idOf(`story:${tellingSlug}`)
  const { revision, document, ...content } = await getStory(p, SYSTEM, id)
  const blocks = document.blocks.flatMap((block) => [...clipBefore(sower, block), tied(sower, block)])
  const saved = await saveStory(p, SYSTEM, id, revision, { ...content, document: { ...document, blocks } })
  await publishStory(p, SYSTEM, id, { revision: saved.revision })
  return id
}

const wordsOf = (block: Blocks[number]): string =>
  'text' in block ? block.text.map(({ text }) => text).join('') : ''

const clipBefore = (sower: Sower, block: Blocks[number]): Blocks =>
  clipPlaces
    .filter(({ before }) => wordsOf(block).startsWith(before))
    .map(({ clip }) => ({ id: `clip-${clip}`, type: 'clip', clip: sower.idOf(`clip:${clip}`) }))

function tied(sower: Sower, block: Blocks[number]): Blocks[number] {
  const moment = quoteMoments.find(({ starts }) => wordsOf(block).startsWith(starts))
  if (block.type !== 'quote' || !moment) return block
  return { ...block, moment: { clip: sower.idOf(`clip:${moment.clip}`), from: moment.from, to: moment.to } }
}
