import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findChromium } from '../test/support/chromium.ts'
import { openBrowser, PHONE } from '../test/support/browser.ts'
import { benchDatabase } from './support/database.ts'
import { median, report, type Row, RUNS } from './support/report.ts'
import { benchSite } from './support/site.ts'
import { prose } from './support/texts.ts'
import { requireTools } from './support/tools.ts'

const LIGHTHOUSE = join(import.meta.dirname, 'node_modules/.bin/lighthouse')
const KILOBYTE = 1024
const CHROME = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
]

/** Lighthouse's slow phone: a quarter of this processor, 1.6 Mbit/s, 150 ms a round trip. */
const SLOW_PROCESSOR = { rate: 4 }
const SLOW_NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
}

const TRIES = 3

requireTools('chromium', 'taskset')
if (!existsSync(LIGHTHOUSE)) {
  console.error('Missing: lighthouse. Install with:\n  npm install --prefix bench')
  process.exit(1)
}
const database = await benchDatabase()
const site = await benchSite(database.url, database.dir)
const story = await site.desk.publishNew('The rink that kept its own time', prose(6000))
const url = site.url + story.published?.path
const rows = [...(await weigh()), ...(await vitals()), ...(await audit())]
report('weight', rows)
await site.server.stop()
await database.close()

/** What goes over the wire at a first visit, headers and font included, by kind. */
async function weigh(): Promise<Row[]> {
  const browser = await openBrowser()
  const page = await browser.newPage({ viewport: PHONE })
  const client = await page.context().newCDPSession(page)
  const types = new Map<string, string>()
  const bytes = new Map<string, number>()
  await client.send('Network.enable')
  client.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (response.mimeType !== 'text/event-stream') types.set(requestId, type)
  })
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId)
    if (type) bytes.set(type, (bytes.get(type) ?? 0) + encodedDataLength)
  })
  await page.goto(url, { waitUntil: 'load' })
  await page.waitForTimeout(1500)
  // The script that morphs is loaded with the first push: it counts as well.
  await site.changeStrip('The first push')
  await page.waitForTimeout(1500)
  await browser.close()
  const total = [...bytes.values()].reduce((sum, one) => sum + one, 0)
  return [
    ...[...bytes].map(([type, count]) => ({
      what: type,
      value: count / KILOBYTE,
      unit: 'KB',
      ...limitOf(type),
    })),
    { what: 'all of it', value: total / KILOBYTE, unit: 'KB', target: '<= 30' },
  ]
}

function limitOf(type: string): { target?: string } {
  return type === 'Script' ? { target: '<= 6' } : {}
}

interface Vitals {
  paint: number
  shift: number
  longTasks: number
}

/** What a reader on a slow phone sees, medians of five cold visits. */
async function vitals(): Promise<Row[]> {
  const visits: Vitals[] = []
  for (let visit = 0; visit < RUNS; visit++) visits.push(await coldVisit())
  return [
    {
      what: 'largest contentful paint, slow phone',
      value: median(visits.map(({ paint }) => paint)) / 1000,
      unit: 's',
      target: '<= 1.2',
    },
    { what: 'layout shift', value: median(visits.map(({ shift }) => shift)), unit: '', target: '<= 0' },
    {
      what: 'tasks above 50 ms, slow phone',
      value: median(visits.map(({ longTasks }) => longTasks)),
      unit: '',
      target: '<= 0',
    },
  ]
}

async function coldVisit(): Promise<Vitals> {
  const browser = await openBrowser()
  const page = await browser.newPage({ viewport: PHONE })
  const client = await page.context().newCDPSession(page)
  await client.send('Network.enable')
  await client.send('Network.emulateNetworkConditions', SLOW_NETWORK)
  await client.send('Emulation.setCPUThrottlingRate', SLOW_PROCESSOR)
  await page.addInitScript(() => {
    const seen = Object.assign(window, { vitals: { paint: 0, shift: 0, longTasks: 0 } }).vitals
    const watch = (type: string, take: (entry: PerformanceEntry) => void): void =>
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true })
    watch('largest-contentful-paint', ({ startTime }) => (seen.paint = startTime))
    watch('layout-shift', (entry) => (seen.shift += (entry as PerformanceEntry & { value: number }).value))
    watch('longtask', () => seen.longTasks++)
  })
  await page.goto(url, { waitUntil: 'load' })
  await page.waitForTimeout(1500)
  const seen = await page.evaluate(() => (window as unknown as { vitals: Vitals }).vitals)
  await browser.close()
  return seen
}

interface Lighthouse {
  categories: Record<string, { score: number | null }>
  audits: Record<string, { score: number | null }>
}

/** Lighthouse loses the trace of a page now and then on a busy machine, and asks itself to be run again. */
async function audit(): Promise<Row[]> {
  for (let tries = 1; ; tries++)
    try {
      return rowsOf(await runLighthouse())
    } catch (error) {
      console.log(
        `Lighthouse failed: ${
          String(error)
            .split('\n')
            .find((line) => /error/i.test(line)) ?? 'no reason given'
        }`,
      )
      if (tries === TRIES) return []
    }
}

async function runLighthouse(): Promise<Lighthouse> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [LIGHTHOUSE, url, '--quiet', '--output=json', `--chrome-flags=${CHROME.join(' ')}`],
    { encoding: 'utf8', maxBuffer: 1e9, env: { ...process.env, CHROME_PATH: findChromium() ?? '' } },
  )
  return JSON.parse(stdout) as Lighthouse
}

function rowsOf({ categories, audits }: Lighthouse): Row[] {
  for (const [name, { score }] of Object.entries(audits))
    if (score !== null && score < 1) console.log(`  short of full marks: ${name} ${score}`)
  return Object.entries(categories).map(([name, { score }]) => ({
    what: `Lighthouse, mobile: ${name}`,
    value: (score ?? 0) * 100,
    unit: '',
    target: '>= 100',
  }))
}
