import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DeskEventJson } from '../../src/live/wire.ts'
import { openBrowser, PHONE } from '../support/browser.ts'
import { Desk } from '../support/desk.ts'
import { RunningSite } from '../support/running-site.ts'

/** Behind it the page stops, until the script has long come. */
const TORN_AT = '<event-time>'
const mended = Promise.withResolvers<void>()
const DAY_MS = 86_400_000

let site: RunningSite
let browser: Browser
let event: DeskEventJson
let line: string

async function pass({ url = '' }: IncomingMessage, response: ServerResponse): Promise<void> {
  const answer = await fetch(site.url + url)
  const type = answer.headers.get('content-type') ?? ''
  const policy = answer.headers.get('content-security-policy')
  response.writeHead(answer.status, {
    'content-type': type,
    ...(policy && { 'content-security-policy': policy }),
  })
  if (!type.startsWith('text/html')) return void Readable.from(answer.body ?? []).pipe(response)
  const [before = '', ...after] = (await answer.text()).split(TORN_AT)
  response.write(before + TORN_AT)
  await mended.promise
  response.end(after.join(TORN_AT))
}

const server = createServer((request, response) => {
  pass(request, response).catch(() => response.destroy())
})

beforeAll(async () => {
  site = await RunningSite.start({ script: 'src/main.ts' })
  browser = await openBrowser()
  const desk = await Desk.open(site)
  event = await desk.must('POST', '/api/v1/events', {
    body: {
      title: 'Harbor City vs. The Night Owls',
      start: { at: new Date(Date.now() + DAY_MS).toISOString(), zone: 'America/New_York' },
    },
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  line = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await browser?.close()
  server.closeAllConnections()
  server.close()
  await site?.remove()
})

test('a page of which the half comes after its script is as whole as any other, and follows all of it', async () => {
  const page = await browser.newPage({ viewport: PHONE, timezoneId: 'Asia/Tokyo' })
  const script = page.waitForResponse((response) => response.url().includes('/assets/site-'))
  const stream = page.waitForRequest((request) => request.url().includes('/live?'))
  await page.goto(line + event.path, { waitUntil: 'commit' })
  await (await script).finished()
  await page.waitForFunction(() => customElements.get('load-embed'))
  expect(await page.evaluate(() => document.readyState)).toBe('loading')
  mended.resolve()
  await page.locator('event-time small').getByText('where you are').waitFor()
  const asked = new URL((await stream).url()).searchParams.get('regions')
  expect(asked).toContain('strip~')
  expect(asked).toContain('site/footer~')
})
