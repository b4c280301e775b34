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

interface Shift extends PerformanceEntry {
  value: number
  hadRecentInput: boolean
  sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[]
}

/** Notes what must not happen while a page is open: layout shifts without a reader's doing (with what moved), and loads. */
export async function watchSteadiness(page: Page): Promise<{ shifts(): Promise<string[]>; loads(): number }> {
  let loads = 0
  page.on('domcontentloaded', () => loads++)
  await page.addInitScript(() => {
    const seen: string[] = Object.assign(window, { shifts: [] as string[] }).shifts
    const place = ({ x, y, width, height }: DOMRect): string =>
      [x, y, width, height].map(Math.round).join(' ')
    const name = (node: Node | null): string =>
      node instanceof Element
        ? node.outerHTML.slice(0, 120)
        : `"${node?.textContent ?? ''}" in ${node?.parentElement?.outerHTML.slice(0, 120)}`
    // The browser's own player arranges its buttons when it likes; of those no node is told.
    const isInPlayer = ({ node, currentRect: { top, bottom, left, right } }: Shift['sources'][0]): boolean =>
      node === null &&
      [...document.querySelectorAll('video')].some((video) => {
        const box = video.getBoundingClientRect()
        return box.top <= top && box.bottom >= bottom && box.left <= left && box.right >= right
      })
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[])
        if (!hadRecentInput)
          for (const source of sources.filter((each) => !isInPlayer(each)))
            seen.push(
              `${value.toFixed(5)}: ${name(source.node)} from ${place(source.previousRect)} to ${place(source.currentRect)}`,
            )
    }).observe({ type: 'layout-shift', buffered: true })
  })
  return {
    shifts: () => page.evaluate(() => (window as unknown as { shifts: string[] }).shifts),
    loads: () => loads,
  }
}
