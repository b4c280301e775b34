import type { Ground } from './art-spec.ts'
import { background } from './background.ts'
import { colours } from './palette.ts'
import type { Part } from './parts.ts'

export type Placement = { x: number; y: number; turn: number; scale: number; mirror: 1 | -1 }

/** Pixels between two dots of a picture 1600 wide. */
const spacing = 18

/** Units of bare ground around the motif, so that it stands off the pattern. */
const keyline = 2.2

export class Halftone {
  /** Dots of one size share a path: its key is the diameter in quarters of a pixel. */
  private readonly sizes = new Map<number, string[]>()

  add(x: number, y: number, tone: number, gap: number): void {
    if (tone < 0.025) return
    const diameter = gap * 1.14 * Math.sqrt(Math.min(tone, 1))
    const key = Math.max(4, Math.round(diameter * 4))
    const path = this.sizes.get(key)
    const dot = `M${Math.round(x)} ${Math.round(y)}h0`
    if (path) path.push(dot)
    else this.sizes.set(key, [dot])
  }

  svg(colour: string): string {
    const paths = [...this.sizes].map(
      ([key, dots]) => `<path stroke-width="${key / 4}" d="${dots.join('')}"/>`,
    )
    return paths.length === 0 ? '' : `<g stroke="${colour}" stroke-linecap="round">${paths.join('')}</g>`
  }
}

/** Screens the pattern and the motif; answers the SVG of the dots alone. */
export function screen(
  parts: readonly Part[],
  place: Placement,
  ground: Ground,
  size: { width: number; height: number },
  random: () => number,
): string {
  const unit = size.height / 100
  const gap = Math.max(5, (spacing * size.width) / 1600)
  const behind = background(random, size.width / unit / 2)
  const back = new Halftone()
  const front = new Halftone()
  const sin = Math.sin((-place.turn * place.mirror * Math.PI) / 180)
  const cos = Math.cos((-place.turn * place.mirror * Math.PI) / 180)
  const reaches = parts.map((part) => reachOf(part, place))
  let row = 0
  for (let py = gap / 2; py < size.height; py += gap * 0.866) {
    const level = py / unit - 50
    const inRow = parts.filter((_, i) => Math.abs(level - (reaches[i]?.y ?? 0)) < (reaches[i]?.half ?? 0))
    for (let px = row % 2 ? gap : gap / 2; px < size.width; px += gap) {
      const x = px / unit - size.width / unit / 2
      const y = py / unit - 50
      const dx = ((x - place.x) / place.scale) * place.mirror
      const dy = (y - place.y) / place.scale
      const tone = toneAt(inRow, dx * cos - dy * sin, dx * sin + dy * cos)
      if (tone === undefined) back.add(px, py, behind(x, y), gap)
      else front.add(px, py, tone, gap)
    }
    row++
  }
  return back.svg(ground === 'ink' ? colours.hot : colours.ink) + front.svg(colours.ink)
}

/** The rows that a part can touch: a picture of hundreds of parts asks only those. */
function reachOf({ shape }: Part, place: Placement): { y: number; half: number } {
  const [left, top, right, bottom] = shape.bounds
  const sin = Math.sin((place.turn * Math.PI) / 180) * place.mirror
  const cos = Math.cos((place.turn * Math.PI) / 180)
  const y = place.y + place.scale * (((left + right) / 2) * sin + ((top + bottom) / 2) * cos)
  const half =
    place.scale * (((right - left) / 2) * Math.abs(sin) + ((bottom - top) / 2) * cos + keyline * 1.5)
  return { y, half }
}

/** The tone of the topmost part here, 0 on the keyline, undefined where only the ground shows. */
function toneAt(parts: readonly Part[], x: number, y: number): number | undefined {
  let near = false
  for (let i = parts.length - 1; i >= 0; i--) {
    const { shape, tone } = parts[i] as Part
    const [left, top, right, bottom] = shape.bounds
    if (x < left - keyline || x > right + keyline || y < top - keyline || y > bottom + keyline) continue
    const distance = shape.distance(x, y)
    if (distance <= 0) return tone(x, y)
    if (distance < keyline) near = true
  }
  return near ? 0 : undefined
}
