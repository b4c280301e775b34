import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Child, residentBytes } from './child.ts'
import { type Nginx, startNginx } from './nginx.ts'
import { alternate, median, medianRatio, type Row, sized } from './report.ts'
import type { BenchSite, Committed } from './site.ts'
import { CLIENT_CORE } from './tools.ts'

const READERS = Number(process.env['READERS'] ?? sized(10_000, 200))
const ROUNDS = sized(15, 3)
/** Changes before the first that counts: both sides' code and buffers are warm. */
const WARM_UP = sized(10, 1)

const CROWD = join(import.meta.dirname, '../servers/crowd.ts')
const NCHAN = `
  location = /publish { nchan_publisher; nchan_channel_id strip; nchan_message_buffer_length 1; }
  location = /live { nchan_subscriber http-raw-stream; nchan_channel_id strip; nchan_subscriber_first_message newest; }
`

/** A change of which the frame that each reader gets holds the mark. */
export interface Change {
  mark: string
  commit: () => Promise<Committed>
}

export interface FanOut {
  /** Where nginx may write. */
  dir: string
  site: BenchSite
  /** What happens, in the words of the report. */
  what: string
  /** The next change; none has the mark of an earlier one. */
  next: () => Change
}

export interface FannedOut {
  rows: Row[]
  runs: Record<string, number[]>
}

interface Crowd {
  crowd: Child
  /** Bytes of its server without it. */
  before: number
}

/** From a commit until the last open front page has it, beside nchan handing as many bytes to as many. */
export async function measureFanOut({ dir, site, what, next }: FanOut): Promise<FannedOut> {
  const nginx = await startNginx(dir, NCHAN)
  await next().commit()
  const ours = await crowdOf(site, site.server.pid, site.port, await site.streamOf('/'))
  const bytes = await bytesOf(ours.crowd, next())
  const theirs = await crowdOf(site, nginx.pid, nginx.port, '/live', (crowd) =>
    crowd.ask({ type: 'publish', text: frameAs(bytes, 'first') }),
  )
  const rivals = { Pressbox: () => fanOut(ours.crowd, next()), nchan: () => handOut(theirs.crowd, bytes) }
  for (let i = 0; i < WARM_UP; i++) for (const rival of Object.values(rivals)) await rival()
  const runs = await alternate(rivals, ROUNDS)
  const { Pressbox = [], nchan = [] } = runs
  const rows = [
    { what: `${what}, to one reader`, value: bytes, unit: 'bytes' },
    { what: `${READERS} readers: commit to last reader, Pressbox`, value: median(Pressbox), unit: 'ms' },
    { what: `${READERS} readers: publish to last reader, nchan`, value: median(nchan), unit: 'ms' },
    { what: 'Pressbox to nchan', value: medianRatio(Pressbox, nchan), unit: '', target: '<= 1.2' },
    ...(await memoryRows(site, nginx, ours, theirs)),
  ]
  for (const { crowd } of [ours, theirs]) await crowd.stop()
  await nginx.stop()
  return { rows, runs }
}

async function fanOut(crowd: Child, { mark, commit }: Change): Promise<number> {
  await crowd.ask({ type: 'expect', text: mark })
  const { monotonic } = await commit()
  return Math.max(...(await crowd.ask<number[]>({ type: 'heard' }))) - monotonic
}

let handed = 0

async function handOut(crowd: Child, bytes: number): Promise<number> {
  const mark = `message ${++handed}.`
  await crowd.ask({ type: 'expect', text: mark })
  const sent = await crowd.ask<number>({ type: 'publish', text: frameAs(bytes, mark) })
  return Math.max(...(await crowd.ask<number[]>({ type: 'heard' }))) - sent
}

/** What one change sends to a reader. */
async function bytesOf(crowd: Child, { mark, commit }: Change): Promise<number> {
  await crowd.ask({ type: 'expect', text: mark })
  await commit()
  await crowd.ask({ type: 'heard' })
  await sleep(500)
  return crowd.ask<number>({ type: 'bytes' })
}

/** As many bytes as Pressbox sends for the same change. */
function frameAs(bytes: number, mark: string): string {
  const [head, tail] = ['event: region\ndata: ', `${mark}\n\n`]
  return head + 'x'.repeat(bytes - head.length - tail.length) + tail
}

async function crowdOf(
  site: BenchSite,
  pid: number,
  port: number,
  path: string,
  first?: (crowd: Child) => Promise<unknown>,
): Promise<Crowd> {
  const crowd = await Child.start(CLIENT_CORE, CROWD)
  await crowd.ask({ type: 'publisher', url: `http://127.0.0.1:${port}/publish` })
  await first?.(crowd)
  await site.server.ask({ type: 'collect' })
  await sleep(500)
  const before = residentBytes(pid)
  await crowd.ask({ type: 'open', port, path, count: READERS })
  return { crowd, before }
}

async function memoryRows(site: BenchSite, nginx: Nginx, ours: Crowd, theirs: Crowd): Promise<Row[]> {
  await site.server.ask({ type: 'collect' })
  const each = (pid: number, { before }: Crowd): number => (residentBytes(pid) - before) / READERS / 1024
  return [
    {
      what: 'memory a reader, Pressbox',
      value: each(site.server.pid, ours),
      unit: 'KB',
      target: '<= 20',
    },
    { what: 'memory a reader, nchan', value: each(nginx.pid, theirs), unit: 'KB' },
  ]
}
