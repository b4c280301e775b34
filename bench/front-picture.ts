/** Makes docs/front.png, the picture of the README, from a running demo: `node bench/front-picture.ts [its address]`. */
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import sharp, { type OverlayOptions } from 'sharp'
import { DESK, openBrowser, PHONE } from '../test/support/browser.ts'

const TARGET = join(import.meta.dirname, '../docs/front.png')
const GROUND = '#E4DFD4'
const INK = '#0C0C0D'
const EDGE = 2
const SIZE = { width: 1360, height: 900 }
const DESK_VIEW = { ...DESK, height: 1120 }

interface Placed {
  width: number
  left: number
  top: number
}

const address = process.argv[2] ?? 'http://localhost:4000'
const browser = await openBrowser()
const layers = [
  ...(await framed(await shoot(browser, DESK_VIEW), { width: 1000, left: 40, top: 40 })),
  ...(await framed(await shoot(browser, PHONE), { width: 340, left: 980, top: 124 })),
]
await browser.close()
const { size } = await sharp({ create: { ...SIZE, channels: 3, background: GROUND } })
  .composite(layers)
  .png({ palette: true, colours: 64, dither: 0, compressionLevel: 9, effort: 10 })
  .toFile(TARGET)
console.log(`${TARGET}: ${Math.round(size / 1024)} KB`)

/** The second load is a reader's usual one: the type is at hand. */
async function shoot(from: Browser, viewport: typeof PHONE): Promise<Buffer> {
  const page = await from.newPage({ viewport, colorScheme: 'light' })
  await page.goto(address, { waitUntil: 'load' })
  await page.reload({ waitUntil: 'networkidle', timeout: 5000 }).catch(() => null)
  const picture = await page.screenshot()
  await page.close()
  return picture
}

/** Scaled, on an edge of ink; what hangs over the foot of the picture is cut. */
async function framed(picture: Buffer, { width, left, top }: Placed): Promise<OverlayOptions[]> {
  const scaled = await sharp(picture).resize({ width }).png().toBuffer({ resolveWithObject: true })
  const height = Math.min(scaled.info.height, SIZE.height - top)
  const cut = await sharp(scaled.data).extract({ left: 0, top: 0, width, height }).toBuffer()
  const edge = { width: width + 2 * EDGE, height: Math.min(height + 2 * EDGE, SIZE.height - top + EDGE) }
  const ink = await sharp({ create: { ...edge, channels: 3, background: INK } })
    .png()
    .toBuffer()
  return [
    { input: ink, left: left - EDGE, top: top - EDGE },
    { input: cut, left, top },
  ]
}
