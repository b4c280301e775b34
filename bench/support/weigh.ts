import { openBrowser, PHONE } from '../../test/support/browser.ts'
import { median, type Row, RUNS } from './report.ts'
import type { BenchSite } from './site.ts'

const KILOBYTE = 1024
const START_MS = 2000

/** Lighthouse's slow phone: a quarter of this processor, 1.6 Mbit/s, 150 ms a round trip. */
const SLOW_PROCESSOR = { rate: 4 }
const SLOW_NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
}

/** What goes over the wire at a first visit, headers and font included, by kind. */
export async function weigh({ url, changeStrip }: BenchSite, path: string): Promise<Row[]> {
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
  await page.goto(url + path, { waitUntil: 'load' })
  await page.waitForTimeout(1500)
  // The script that morphs is loaded with the first push: it counts as well.
  const push = `The first push to ${path}`
  await changeStrip(push)
  await page.waitForFunction(
    (text) => document.querySelector('[data-region=strip]')?.textContent.includes(text),
    push,
    { polling: 50 },
  )
  await page.waitForTimeout(500)
  await browser.close()
  const total = [...bytes.values()].reduce((sum, one) => sum + one, 0)
  const pictures = bytes.get('Image') ?? 0
  return [
    ...[...bytes].map(([type, count]) => ({
      what: type,
      value: count / KILOBYTE,
      unit: 'KB',
      ...limitOf(type),
    })),
    { what: 'video before play', value: bytes.get('Media') ?? 0, unit: 'bytes', target: '<= 0' },
    { what: 'all but pictures', value: (total - pictures) / KILOBYTE, unit: 'KB', target: '<= 30' },
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
export async function vitals(url: string): Promise<Row[]> {
  const visits: Vitals[] = []
  for (let visit = 0; visit < RUNS; visit++) visits.push(await coldVisit(url))
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

async function coldVisit(url: string): Promise<Vitals> {
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
  // Cold is the cache, not the browser: what that does when it starts is no work of the page.
  await page.waitForTimeout(START_MS)
  await page.goto(url, { waitUntil: 'load' })
  await page.waitForTimeout(1500)
  const seen = await page.evaluate(() => (window as unknown as { vitals: Vitals }).vitals)
  await browser.close()
  return seen
}
