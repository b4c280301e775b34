import type { ArtSpec } from './art-spec.ts'
import { motifParts } from './motifs.ts'
import { colours, palettes } from './palette.ts'
import { type Placement, screen } from './halftone.ts'
import { randomFrom } from './random.ts'

/** Units by which the colour plate sits off the ink plate, as on a cheap press. */
const misprint = 0.7

/** Draws one halftone composition; the same spec and size give the same bytes. */
export function artSvg(spec: ArtSpec, width: number, height: number): string {
  const random = randomFrom(spec.seed)
  const parts = motifParts(spec, random)
  const place = placement(random, width / height)
  const palette = palettes[spec.ground]
  const plates = parts.map((part) => {
    if (part.fill === null) return ''
    const drawn = part.shape.svg(palette[part.fill])
    return part.fill === 'ink' ? drawn : `<g transform="translate(${misprint} ${misprint})">${drawn}</g>`
  })
  const dots = screen(parts, place, spec.ground, { width, height }, random)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${colours[spec.ground]}"/>`,
    `<g transform="${transformOf(place, width, height)}">${plates.join('')}</g>`,
    dots,
    '</svg>',
  ].join('')
}

function placement(random: () => number, ratio: number): Placement {
  const room = Math.max(0, ratio - 1) * 18
  return {
    x: (random() - 0.5) * 2 * room,
    y: (random() - 0.5) * 5,
    turn: (random() - 0.5) * 10,
    scale: Math.min(1, ratio) * (1 + random() * 0.14),
  }
}

function transformOf(place: Placement, width: number, height: number): string {
  const unit = height / 100
  const x = (width / 2 + place.x * unit).toFixed(1)
  const y = (height / 2 + place.y * unit).toFixed(1)
  return `translate(${x} ${y}) rotate(${place.turn.toFixed(2)}) scale(${(place.scale * unit).toFixed(4)})`
}
