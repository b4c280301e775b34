import type { ArtSpec, Motif } from './art-spec.ts'
import { motifParts } from './motifs.ts'
import { colours, palettes } from './palette.ts'
import type { Part, Role } from './parts.ts'
import { type Placement, screen } from './halftone.ts'
import { randomFrom } from './random.ts'

/** Units by which the colour plate sits off the ink plate, as on a cheap press. */
const misprint = 0.7

/** Draws one halftone composition; the same spec and size give the same bytes. */
export function artSvg(spec: ArtSpec, width: number, height: number): string {
  const random = randomFrom(spec.seed)
  const palette = palettes[spec.ground]
  const parts = motifParts(spec, random).map((part) => lit(part, palette))
  const place = placement(spec.motif, random, width / height)
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

/** These read as well from the other side; the rest carry letters, figures or a left and a right. */
const mirrored: readonly Motif[] = [
  'horn',
  'whistle',
  'skate',
  'camera',
  'anchor',
  'net',
  'stick',
  'ice-machine',
  'owl',
]

/** These stay themselves when they are cropped by the frame. */
const close: readonly Motif[] = [
  'horn',
  'whistle',
  'skate',
  'mask',
  'owl',
  'microphone',
  'bell',
  'puck',
  'trophy',
  'mug',
]

function placement(motif: Motif, random: () => number, ratio: number): Placement {
  const room = Math.max(0, ratio - 1) * 18
  const near = close.includes(motif) && random() < 0.45
  return {
    x: (random() - 0.5) * 2 * room,
    y: (random() - 0.5) * 5,
    turn: (random() - 0.5) * 12,
    scale: Math.min(1, ratio) * (near ? 1.35 + random() * 0.3 : 1 + random() * 0.14),
    mirror: mirrored.includes(motif) && random() < 0.5 ? -1 : 1,
  }
}

/** Yellow turns olive under as many dots as the other colours bear. */
function lit(part: Part, palette: Record<Role, string>): Part {
  if (part.fill === null || palette[part.fill] !== colours.yellow) return part
  return { ...part, tone: (x, y) => part.tone(x, y) * 0.66 }
}

function transformOf(place: Placement, width: number, height: number): string {
  const unit = height / 100
  const x = (width / 2 + place.x * unit).toFixed(1)
  const y = (height / 2 + place.y * unit).toFixed(1)
  const scale = place.scale * unit
  const mirror = (scale * place.mirror).toFixed(4)
  return `translate(${x} ${y}) rotate(${place.turn.toFixed(2)}) scale(${mirror} ${scale.toFixed(4)})`
}
