import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Clip, ClipSize } from '../src/footage/wire.ts'
import { Child } from './support/child.ts'
import { addClip, addFootage } from './support/clips.ts'
import { benchDatabase } from './support/database.ts'
import { type FirstFrame, pressPlay } from './support/first-frame.ts'
import { startNginx } from './support/nginx.ts'
import { benchPlatform } from './support/platform.ts'
import { publishBlocks } from './support/publish-blocks.ts'
import { alternate, median, medianRatio, percentile, report, RUNS, sized } from './support/report.ts'
import { benchSite } from './support/site.ts'
import { prose } from './support/texts.ts'
import { CLIENT_CORE, requireTools } from './support/tools.ts'

const TITLE = 'The boards give way'
const CLIP_SECONDS = 12
const VIEWERS = Number(process.env['VIEWERS'] ?? sized(200, 10))
/** Pages a second, well within what one core serves: what is asked is how long a reader waits, not how many fit. */
const PAGES_PER_SECOND = sized(200, 20)
const SECONDS = sized(8, 2)
/** Until every viewer has asked for a piece. */
const SETTLE_MS = 2500

interface Played {
  pieces: number
  late: number
  problem: string | null
}

requireTools('chromium', 'ffmpeg', 'nginx', 'taskset')
const database = await benchDatabase()
const site = await benchSite(database.url, database.dir)
const p = benchPlatform(database)
const studio = { p, desk: site.desk }
const masterId = await addFootage(studio)
const clip = await addClip(studio, { masterId, title: TITLE, inMs: 2000, outMs: 2000 + CLIP_SECONDS * 1000 })
const file = largestOf(clip)
const path = await publishBlocks(site.desk, 'The rink cam video is out', [
  { type: 'paragraph', text: [{ text: prose(3000) }] },
  { type: 'clip', clip: clip.id },
])
const url = site.url + path

const visits: FirstFrame[] = []
for (let visit = 1; visit <= RUNS; visit++) {
  const seen = await pressPlay(url, TITLE)
  if (!seen.played.endsWith('/720p.mp4')) throw new Error(`It was ${seen.played} that played.`)
  console.log(`visit ${visit}  first frame after ${Math.round(seen.ms)} ms`)
  visits.push(seen)
}

const nginx = await startNginx(
  database.dir,
  `location = /clip.mp4 { alias ${p.files.path(file.sha256)}; types {} default_type video/mp4; }`,
)
const viewers = await Child.start(CLIENT_CORE, join(import.meta.dirname, 'servers/viewers.ts'))
const readers = await Child.start(CLIENT_CORE, join(import.meta.dirname, 'servers/page-readers.ts'))
const waits: Record<string, number[]> = {}
const late: Record<string, number> = {}
await waitAt('before it counts', null)
const runs = await alternate({
  'nobody watches': () => waitAt('nobody watches', null),
  'they watch it here': () => waitAt('they watch it here', new URL(file.url, site.url).href),
  'they watch it at nginx': () => waitAt('they watch it at nginx', `${nginx.origin}/clip.mp4`),
})
const [alone = [], here = [], there = []] = Object.values(runs)
const p99 = (name: string): number => percentile(waits[name] ?? [], 0.99)
report(
  'clip',
  [
    { what: 'the clip, 720p', value: (file.bytes * 8) / CLIP_SECONDS / 1e6, unit: 'Mbit/s' },
    { what: 'first frame after the press, 5 Mbit/s and 80 ms, cold', value: median(visits.map(({ ms }) => ms)) / 1000, unit: 's', target: '<= 0.6' },
    { what: 'the slowest of them', value: Math.max(...visits.map(({ ms }) => ms)) / 1000, unit: 's' },
    { what: 'bytes of video before the press', value: Math.max(...visits.map(({ bytesBefore }) => bytesBefore)), unit: 'bytes', target: '<= 0' },
    { what: 'requests for it before the press', value: Math.max(...visits.map(({ requestsBefore }) => requestsBefore)), unit: '', target: '<= 0' },
    { what: `a page, ${PAGES_PER_SECOND} a second: median wait`, value: median(alone), unit: 'ms' },
    { what: `the same while ${VIEWERS} watch the clip here`, value: median(here), unit: 'ms' },
    { what: 'ratio', value: medianRatio(here, alone), unit: '', target: '<= 1.1' },
    { what: 'the same while they watch it at nginx, on the same core', value: median(there), unit: 'ms' },
    { what: 'ratio', value: medianRatio(there, alone), unit: '' },
    { what: 'p99 of a page: nobody watches', value: p99('nobody watches'), unit: 'ms' },
    { what: 'p99 of a page: they watch it here', value: p99('they watch it here'), unit: 'ms' },
    { what: 'p99 of a page: they watch it at nginx', value: p99('they watch it at nginx'), unit: 'ms' },
    { what: 'pieces of it that were not there in time: here', value: late['they watch it here'] ?? 0, unit: '' },
    { what: 'pieces of it that were not there in time: nginx', value: late['they watch it at nginx'] ?? 0, unit: '' },
  ],
  runs,
) // prettier-ignore
for (const child of [viewers, readers, site.server]) await child.stop()
await nginx.stop()
await p.db.close()
await database.close()

/** Milliseconds that the middle one of those waited who came to the page, while the clip is watched at this address or nowhere. */
async function waitAt(name: string, clipUrl: string | null): Promise<number> {
  if (clipUrl) {
    await viewers.ask({ url: clipUrl, bytes: file.bytes, seconds: CLIP_SECONDS, viewers: VIEWERS })
    await sleep(SETTLE_MS)
  }
  const times = await readers.ask<number[]>({ url, perSecond: PAGES_PER_SECOND, seconds: SECONDS })
  const played = await viewers.ask<Played>({ type: 'stop' })
  if (played.problem) throw new Error(played.problem)
  late[name] = (late[name] ?? 0) + played.late
  ;(waits[name] ??= []).push(...times)
  return median(times)
}

function largestOf({ sizes }: Clip): ClipSize {
  const largest = sizes.at(-1)
  if (!largest) throw new Error('The clip has no file.')
  return largest
}
