import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { DESK, PHONE } from './browser.ts'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What changes between light and dark; the rest needs no second look. */
const COLOURS: RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] }

/**
 * What axe finds on an open page, on a desk and on a phone, in light and in dark, and what scrolls sideways; each with
 * where and why.
 */
export async function findingsOf(page: Page): Promise<string[]> {
  const findings: string[] = []
  await page.evaluate(() => {
    // All of it as it is once it has come near: what is not laid out yet would be taken for lying beside its ground.
    const near = new CSSStyleSheet()
    near.replaceSync('* { content-visibility: visible !important }')
    document.adoptedStyleSheets.push(near)
  })
  for (const [place, viewport] of [
    ['desk', DESK],
    ['phone', PHONE],
  ] as const) {
    await page.setViewportSize(viewport)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const found = await run(page, colorScheme === 'light' ? {} : COLOURS)
      findings.push(...found.map((finding) => `${place}, ${colorScheme}: ${finding}`))
    }
  }
  findings.push(...(await sidewaysOf(page)))
  return findings
}

/** The narrowest phone, which is also a desk of 1280 pixels at four times its size (WCAG 2.2, 1.4.10). */
const NARROW = { width: 320, height: 640 }

/** What makes a page scroll sideways on a phone, in the brand's font and in a wide one that stands for it. */
async function sidewaysOf(page: Page): Promise<string[]> {
  const findings: string[] = []
  for (const viewport of [NARROW, PHONE]) {
    await page.setViewportSize(viewport)
    for (const font of ['', 'sans-serif']) {
      const found = await page.evaluate((display) => {
        const root = document.documentElement
        root.style.setProperty('--display', display)
        // What lies in something that scrolls or cuts by itself does not widen the page.
        const isHeld = ({ parentElement: around }: Element): boolean =>
          around !== null &&
          around !== document.body &&
          (getComputedStyle(around).overflowX !== 'visible' || isHeld(around))
        const isOut = (element: Element) =>
          element.getBoundingClientRect().right > innerWidth + 0.5 && !isHeld(element)
        const width = root.scrollWidth
        const out =
          width > innerWidth &&
          [...document.body.querySelectorAll('*')]
            .filter(isOut)
            .map(({ outerHTML }) => outerHTML.slice(0, 120))
        root.style.removeProperty('--display')
        return out && `${width} pixels, by ${out.join(' | ')}`
      }, font)
      if (found)
        findings.push(`scrolls sideways on ${viewport.width} pixels, ${font || 'as it is'}: ${found}`)
    }
  }
  return findings
}

async function run(page: Page, options: RunOptions): Promise<string[]> {
  // By the browser's own tools, so that no policy of the page has a say in it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const { violations } = await page.evaluate(
    // Frames are pages of their own, looked at as such.
    (given) => (window as unknown as { axe: Axe }).axe.run(document, { ...given, iframes: false }),
    options,
  )
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) => `${id} (${help}) at ${target.join(' ')} ${any[0]?.message ?? ''}`),
  )
}

interface Axe {
  run(context: Document, options: RunOptions): Promise<AxeResults>
}
