import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import type { Story } from '../../src/newsroom/wire.ts'
import { Desk } from '../support/desk.ts'
import { fetchPage, FollowingReader } from '../support/following-reader.ts'
import { RunningSite } from '../support/running-site.ts'

const KILLS = 50
/** Every so many kills the database's server is killed with it, as a power cut would. */
const POWER_CUT_EVERY = 5
const WRITERS = 4
/** The kill comes after so many answers at most, and then within so many milliseconds. */
const MOST_ANSWERS = 16
/** Fifty starts, each of a second or two; many more on a machine that does other things as well. */
const LONGEST_MS = 25 * 60_000
const LONGEST_WAIT_MS = 15

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
let state = seed
const random = (): number => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
  return state / 2_147_483_648
}

let site: RunningSite
afterAll(() => site.remove())

/** What the desk was told is there, and what may be: the one request that was under way. */
interface Known {
  story: Story
  /** The headline of a correction whose answer never came. */
  perhaps: string | null
}

let headlines = 0
let answers = 0

/** Publishes and corrects until the connection breaks. */
async function write(desk: Desk, known: Known[]): Promise<void> {
  for (;;) {
    const story = await desk.publishNew(`Story ${++headlines}`)
    const mine: Known = { story, perhaps: null }
    known.push(mine)
    answers++
    for (let i = 0; i < 3; i++) {
      mine.perhaps = `Story ${++headlines}, corrected`
      mine.story = await desk.correct(mine.story, mine.perhaps)
      mine.perhaps = null
      answers++
    }
  }
}

async function isThere({ story, perhaps }: Known, desk: Desk): Promise<void> {
  const kept = await desk.must<Story>('GET', `/api/v1/desk/stories/${story.id}`)
  const possible = [story.headline, perhaps]
  expect(possible).toContain(kept.published?.headline)
  const { status, markup } = await fetchPage(`${site.url}${kept.published?.path}`)
  expect(status).toBe(200)
  expect(markup).toContain(`${kept.published?.headline}</h1>`)
}

function killDatabase(): void {
  const pid = Number(
    readFileSync(join(site.dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0],
  )
  process.kill(pid, 'SIGKILL')
}

test(
  `killed at ${KILLS} moments of a publishing storm (SEED=${seed}), it has what it acknowledged, starts by itself, and readers resume`,
  async () => {
    site = await RunningSite.start({ script: 'src/main.ts' })
    const desk = await Desk.open(site)
    const first = await desk.publishNew('The story that stays open')
    const readers = [
      await FollowingReader.open(site, '/'),
      await FollowingReader.open(site, first.published?.path ?? ''),
    ]
    let open = first
    for (let kill = 1; kill <= KILLS; kill++) {
      const known: Known[] = []
      const storm = Promise.allSettled(Array.from({ length: WRITERS }, () => write(desk, known)))
      const enough = answers + Math.floor(random() * MOST_ANSWERS)
      while (answers < enough) await sleep(1)
      await sleep(random() * LONGEST_WAIT_MS)
      if (kill % POWER_CUT_EVERY === 0) killDatabase()
      await site.stop('SIGKILL')
      await storm
      await site.start()
      await Promise.all(known.map((one) => isThere(one, desk)))
      open = await desk.correct(open, `The story that stays open, ${kill}`)
    }
    expect(answers).toBeGreaterThan(KILLS)
    for (const reader of readers) {
      await expect.poll(() => reader.stale(), { timeout: 10_000 }).toEqual([])
      await reader.close()
    }
  },
  LONGEST_MS,
)
