import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { DESK, PHONE } from './browser.ts'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What changes between light and dark; the rest needs no second look. */
const COLOURS: RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] }

/** What axe finds on an open page, on a desk and on a phone, in light and in dark; each with where and why. */
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
