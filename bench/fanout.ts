import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Child, residentBytes } from './support/child.ts'
import { benchDatabase } from './support/database.ts'
import { startNginx } from './support/nginx.ts'
import { alternate, median, medianRatio, report } from './support/report.ts'
import { benchSite } from './support/site.ts'
import { CLIENT_CORE, requireTools } from './support/tools.ts'

const READERS = Number(process.env['READERS'] ?? 10_000)
/** Changes before the first that counts: both sides' code and buffers are warm. */
const WARM_UP = 3

const SERVERS = join(import.meta.dirname, 'servers')
const NCHAN = `
  location = /publish { nchan_publisher; nchan_channel_id strip; nchan_message_buffer_length 1; }
  location = /live { nchan_subscriber http-raw-stream; nchan_channel_id strip; nchan_subscriber_first_message newest; }
`

requireTools('nginx', 'taskset')
const database = await benchDatabase()
const site = await benchSite(database.url, database.dir)
const nginx = await startNginx(database.dir, NCHAN)
await site.changeStrip('change 0.')
const ours = await crowdOf(site.server.pid, site.port, await site.streamOf('/'))
const bytes = await bytesOfChange()
const theirs = await crowdOf(nginx.pid, nginx.port, '/live', (crowd) =>
  crowd.ask({ type: 'publish', text: frameAs('first') }),
)

let change = 0
const fanOut = async (): Promise<number> => {
  const mark = `change ${++change}.`
  await ours.crowd.ask({ type: 'expect', text: mark })
  const { monotonic } = await site.changeStrip(mark)
  return Math.max(...(await ours.crowd.ask<number[]>({ type: 'heard' }))) - monotonic
}
const handOut = async (): Promise<number> => {
  const mark = `change ${++change}.`
  await theirs.crowd.ask({ type: 'expect', text: mark })
  const sent = await theirs.crowd.ask<number>({ type: 'publish', text: frameAs(mark) })
  return Math.max(...(await theirs.crowd.ask<number[]>({ type: 'heard' }))) - sent
}

for (let i = 0; i < WARM_UP; i++) {
  await fanOut()
  await handOut()
}
const runs = await alternate({ Pressbox: fanOut, nchan: handOut }, 15)
const { Pressbox = [], nchan = [] } = runs
await site.server.ask({ type: 'collect' })
const memory = (residentBytes(site.server.pid) - ours.before) / READERS / 1024
const theirMemory = (residentBytes(nginx.pid) - theirs.before) / READERS / 1024
report(
  'fanout',
  [
    { what: 'one change, to one reader', value: bytes, unit: 'bytes' },
    { what: `${READERS} readers: commit to last reader, Pressbox`, value: median(Pressbox), unit: 'ms' },
    { what: `${READERS} readers: publish to last reader, nchan`, value: median(nchan), unit: 'ms' },
    { what: 'Pressbox to nchan', value: medianRatio(Pressbox, nchan), unit: '', target: '<= 1.2' },
    { what: 'memory a reader, Pressbox', value: memory, unit: 'KB', target: '<= 20' },
    { what: 'memory a reader, nchan', value: theirMemory, unit: 'KB' },
  ],
  runs,
)
for (const child of [ours.crowd, theirs.crowd, site.server]) await child.stop()
await nginx.stop()
await database.close()

/** What one change of the strip sends to a reader of the front page. */
async function bytesOfChange(): Promise<number> {
  await ours.crowd.ask({ type: 'expect', text: 'measured' })
  await site.changeStrip('measured')
  await ours.crowd.ask({ type: 'heard' })
  await sleep(500)
  return ours.crowd.ask<number>({ type: 'bytes' })
}

/** As many bytes as Pressbox sends for the same change. */
function frameAs(mark: string): string {
  const [head, tail] = ['event: region\ndata: ', `${mark}\n\n`]
  return head + 'x'.repeat(bytes - head.length - tail.length) + tail
}

async function crowdOf(
  pid: number,
  port: number,
  path: string,
  before?: (crowd: Child) => Promise<unknown>,
): Promise<{ crowd: Child; before: number }> {
  const crowd = await Child.start(CLIENT_CORE, join(SERVERS, 'crowd.ts'))
  await crowd.ask({ type: 'publisher', url: `http://127.0.0.1:${port}/publish` })
  await before?.(crowd)
  await site.server.ask({ type: 'collect' })
  await sleep(500)
  const resident = residentBytes(pid)
  await crowd.ask({ type: 'open', port, path, count: READERS })
  return { crowd, before: resident }
}
