import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { Child, processorSeconds } from './support/child.ts'
import { benchDatabase } from './support/database.ts'
import { startNginx } from './support/nginx.ts'
import { benchSite } from './support/site.ts'
import { alternate, median, medianRatio, report, SHORT_RUNS, type Row } from './support/report.ts'
import { prose } from './support/texts.ts'
import { CLIENT_CORE, requireTools, SERVER_CORE } from './support/tools.ts'

const CONNECTIONS = '64'
const SECONDS = '1'
/** Until the engine has compiled what a server does all day. */
const WARM_UP_SECONDS = '8'
/** Some 1,500 words. */
const STORY_BYTES = 9000
/** Sent by every server in its own way. */
const OWN_HEADERS = new Set(['date', 'connection', 'keep-alive', 'content-length'])

requireTools('wrk', 'nginx', 'taskset')
const database = await benchDatabase()
const site = await benchSite(database.url, database.dir)
const story = await site.desk.publishNew('The rink that kept its own time', prose(STORY_BYTES))
const origin = site.url
const path = story.published?.path ?? ''

const rows: Row[] = []
const runs: Record<string, number[]> = {}
for (const encoding of ['br', 'identity']) Object.assign(runs, await compare(encoding))
report('page', rows, runs)
await site.server.stop()
await database.close()

async function compare(encoding: string): Promise<Record<string, number[]>> {
  const page = await get(origin + path, encoding)
  const body = join(database.dir, `page.${encoding}`)
  const headers = join(database.dir, `headers.${encoding}`)
  writeFileSync(body, page.body, { mode: 0o644 })
  writeFileSync(headers, JSON.stringify({ ...page.headers, 'content-length': String(page.body.length) }))
  const bare = await Child.start(SERVER_CORE, join(import.meta.dirname, 'servers/bare-node.ts'), [
    body,
    headers,
  ])
  const barePort = await bare.ask<number>({})
  const nginx = await startNginx(database.dir, nginxLocation(body, page.headers))
  const bareUrl = `http://127.0.0.1:${barePort}/`
  for (const url of [origin + path, bareUrl]) wrk(url, encoding, WARM_UP_SECONDS)
  const measured = await alternate(
    {
      [`Pressbox, ${encoding}`]: () => load(origin + path, encoding, site.server.pid),
      [`bare node:http, ${encoding}`]: () => load(bareUrl, encoding, bare.pid),
      [`nginx, ${encoding}`]: () => load(`${nginx.origin}/page`, encoding, nginx.pid),
    },
    SHORT_RUNS,
  )
  const [ours = [], theirs = [], file = []] = Object.values(measured)
  const unit = 'requests/core-s'
  rows.push(
    { what: `${encoding}, ${page.body.length} bytes: Pressbox`, value: median(ours), unit },
    { what: `${encoding}: bare node:http`, value: median(theirs), unit },
    { what: `${encoding}: nginx from a file`, value: median(file), unit },
    {
      what: `${encoding}: Pressbox to bare node:http`,
      value: medianRatio(ours, theirs),
      unit: '',
      target: '>= 0.85',
    },
    { what: `${encoding}: Pressbox to nginx`, value: medianRatio(ours, file), unit: '' },
  )
  await bare.stop()
  await nginx.stop()
  return measured
}

/** Requests for each second of the server's own processor time: what neighbours take of the core does not count. */
function load(url: string, encoding: string, pid: number): Promise<number> {
  const before = processorSeconds(pid)
  const requests = wrk(url, encoding, SECONDS)
  return Promise.resolve(requests / (processorSeconds(pid) - before))
}

function wrk(url: string, encoding: string, seconds: string): number {
  const command = ['-c', CLIENT_CORE, 'wrk', '-t1', `-c${CONNECTIONS}`, `-d${seconds}s`]
  const said = execFileSync('taskset', [...command, '-H', `accept-encoding: ${encoding}`, url], {
    encoding: 'utf8',
  })
  if (/Non-2xx|Socket errors/.test(said)) throw new Error(`${url} failed under load:\n${said}`)
  return Number(/(\d+) requests in/.exec(said)?.[1])
}

function get(url: string, encoding: string): Promise<{ headers: Record<string, string>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { 'accept-encoding': encoding } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const headers = Object.entries(response.headers).filter(([name]) => !OWN_HEADERS.has(name))
        resolve({
          headers: Object.fromEntries(headers) as Record<string, string>,
          body: Buffer.concat(chunks),
        })
      })
    })
      .on('error', reject)
      .end()
  })
}

function nginxLocation(file: string, headers: Record<string, string>): string {
  const { 'content-type': type = 'text/html', etag: _etag, ...others } = headers
  const added = Object.entries(others).map(
    ([name, value]) => `add_header ${name} "${value.replaceAll('"', '\\"')}";`,
  )
  return `location = /page { alias ${file}; types {} default_type "${type}"; ${added.join(' ')} }`
}
