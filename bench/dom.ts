import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { openBrowser } from '../test/support/browser.ts'
import { Child } from './support/child.ts'
import { benchDatabase } from './support/database.ts'
import { median, percentile, report } from './support/report.ts'
import { benchSite } from './support/site.ts'
import { CLIENT_CORE, requireTools } from './support/tools.ts'

const READERS = 1000
const CHANGES = 220
/** The first push also loads the code that morphs. */
const WARM_UP = 20
const PAUSE_MS = 60

requireTools('chromium', 'taskset')
const database = await benchDatabase()
const site = await benchSite(database.url, database.dir)
const story = await site.desk.publishNew('The rink that kept its own time')
const crowd = await Child.start(CLIENT_CORE, join(import.meta.dirname, 'servers/crowd.ts'))
await crowd.ask({ type: 'open', port: site.port, path: await site.streamOf('/'), count: READERS })

const browser = await openBrowser()
const page = await browser.newPage()
await watchStrip(page)
await page.goto(site.url + story.published?.path)
await sleep(1500)

const waits: number[] = []
for (let change = 1; change <= CHANGES; change++) {
  const { wall } = await site.changeStrip(`change ${change}.`)
  const seen = await page.waitForFunction((number) => seenAt()[number], change, {
    polling: 10,
    timeout: 10_000,
  })
  if (change > WARM_UP) waits.push(Number(await seen.jsonValue()) - wall)
  await sleep(PAUSE_MS)
}
report('dom', [
  { what: `commit to changed DOM, ${READERS} other readers: median`, value: median(waits), unit: 'ms' },
  { what: `p99 of ${waits.length} changes`, value: percentile(waits, 0.99), unit: 'ms', target: '<= 150' },
  { what: 'slowest', value: Math.max(...waits), unit: 'ms' },
])
await browser.close()
await crowd.stop()
await site.server.stop()
await database.close()

/** In the page: when each change stood in the strip, by the wall's clock. */
declare function seenAt(): Record<number, number>

async function watchStrip(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: Record<number, number> = {}
    Object.assign(window, { seenAt: () => seen })
    new MutationObserver(() => {
      const text = document.querySelector('[data-region=strip]')?.textContent ?? ''
      const change = /change (\d+)\./.exec(text)?.[1]
      if (change) seen[Number(change)] ??= performance.timeOrigin + performance.now()
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })
}
