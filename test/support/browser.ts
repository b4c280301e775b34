import { type Browser, chromium, type Page } from 'playwright-core'
import { findChromium } from './chromium.ts'

/** A real Chromium, headless; nothing of it reaches for the network by itself. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium() ?? 'chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1280, height: 800 }

/** Counts what must not happen while a page is open: layout shifts without a reader's doing, and loads. */
export async function watchSteadiness(page: Page): Promise<{ shift(): Promise<number>; loads(): number }> {
  let loads = 0
  page.on('domcontentloaded', () => loads++)
  await page.addInitScript(() => {
    const state = Object.assign(window, { shiftTotal: 0 })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) state.shiftTotal += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  return {
    shift: () => page.evaluate(() => (window as unknown as { shiftTotal: number }).shiftTotal),
    loads: () => loads,
  }
}
