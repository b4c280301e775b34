import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Child, residentBytes } from './support/child.ts'
import { benchDatabase } from './support/database.ts'
import { startNginx } from './support/nginx.ts'
import { alternate, median, medianRatio, report } from './support/report.ts'
import { prose } from './support/texts.ts'
import { CLIENT_CORE, requireTools, SERVER_CORE } from './support/tools.ts'

const READERS = Number(process.env['READERS'] ?? 10_000)
/** The strip with its timeline, as it goes over the wire. */
const STRIP_BYTES = 900
/** Changes before the first that counts: both sides' code and buffers are warm. */
const WARM_UP = 3

const SERVERS = join(import.meta.dirname, 'servers')
const NCHAN = `
  location = /publish { nchan_publisher; nchan_channel_id strip; nchan_message_buffer_length 1; }
  location = /live { nchan_subscriber http-raw-stream; nchan_channel_id strip; nchan_subscriber_first_message newest; }
`

requireTools('nginx', 'taskset')
const database = await benchDatabase()
const pressbox = await Child.start(SERVER_CORE, join(SERVERS, 'notes-server.ts'), [
  database.url,
  database.dir,
])
const { port } = new URL(await pressbox.ask<string>({ type: 'origin' }))
const nginx = await startNginx(database.dir, NCHAN)

const ours = await crowdOf(pressbox.pid, Number(port), '/live?regions=note:strip~none&at=/', () =>
  pressbox.ask({ type: 'set', id: 'strip', text: prose(STRIP_BYTES) }),
)
const theirs = await crowdOf(nginx.pid, nginx.port, '/live', (crowd) =>
  crowd.ask({ type: 'publish', text: frameAs('first') }),
)

let change = 0
const fanOut = async (): Promise<number> => {
  const mark = ` change-${++change}.`
  await ours.crowd.ask({ type: 'expect', text: mark })
  const committed = await pressbox.ask<number>({ type: 'set', id: 'strip', text: prose(STRIP_BYTES) + mark })
  return Math.max(...(await ours.crowd.ask<number[]>({ type: 'heard' }))) - committed
}
const handOut = async (): Promise<number> => {
  const mark = ` change-${++change}.`
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
await pressbox.ask({ type: 'collect' })
const memory = (residentBytes(pressbox.pid) - ours.before) / READERS / 1024
const theirMemory = (residentBytes(nginx.pid) - theirs.before) / READERS / 1024
report(
  'fanout',
  [
    { what: `${READERS} readers: commit to last reader, Pressbox`, value: median(Pressbox), unit: 'ms' },
    { what: `${READERS} readers: publish to last reader, nchan`, value: median(nchan), unit: 'ms' },
    { what: 'Pressbox to nchan', value: medianRatio(Pressbox, nchan), unit: '', target: '<= 1.2' },
    { what: 'memory a reader, Pressbox', value: memory, unit: 'KB', target: '<= 20' },
    { what: 'memory a reader, nchan', value: theirMemory, unit: 'KB' },
  ],
  runs,
)
for (const child of [ours.crowd, theirs.crowd, pressbox]) await child.stop()
await nginx.stop()
await database.close()

/** As many bytes as Pressbox sends for the same change. */
function frameAs(mark: string): string {
  const data = {
    key: 'note:strip',
    at: '1a2b3c4d.1000',
    hash: 'AAAAAAAAAAA',
    html: `<p>${prose(STRIP_BYTES)}${mark}</p>`,
  }
  return `event: region\ndata: ${JSON.stringify(data)}\n\n`
}

async function crowdOf(
  pid: number,
  port: number,
  path: string,
  firstChange: (crowd: Child) => Promise<unknown>,
): Promise<{ crowd: Child; before: number }> {
  const crowd = await Child.start(CLIENT_CORE, join(SERVERS, 'crowd.ts'))
  await crowd.ask({ type: 'publisher', url: `http://127.0.0.1:${port}/publish` })
  await firstChange(crowd)
  await pressbox.ask({ type: 'collect' })
  await sleep(500)
  const before = residentBytes(pid)
  await crowd.ask({ type: 'open', port, path, count: READERS })
  return { crowd, before }
}
