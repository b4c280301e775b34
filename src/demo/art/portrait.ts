import type { Ground } from './art-spec.ts'
import {
  beardSvg,
  browsSvg,
  capSvg,
  collarSvg,
  glassesSvg,
  hairBehindSvg,
  hairSvg,
  mouthSvg,
  neckSvg,
} from './portrait-parts.ts'
import { colours } from './palette.ts'
import { randomFrom } from './random.ts'

export type PortraitLook = {
  ground: Ground
  skin: 'fair' | 'rose' | 'tan' | 'olive' | 'brown' | 'deep'
  hair: 'bob' | 'cap' | 'puffs' | 'bald' | 'fringe' | 'bun' | 'swoop' | 'curls' | 'toque' | 'crop'
  brows: 'level' | 'raised' | 'angry' | 'bushy'
  mouth: 'smile' | 'small' | 'flat' | 'grin'
  collar: 'crew' | 'hood' | 'turtleneck' | 'collar' | 'bow' | 'stripes'
  beard?: true
  glasses?: true
  seed: number
}

const skins: Record<PortraitLook['skin'], string> = {
  fair: '#F2D9C0',
  rose: '#F0C7AE',
  tan: '#DDB088',
  olive: '#D9B48A',
  brown: '#A9744A',
  deep: '#7A4B2C',
}

/** A flat head and shoulders in a square of 100. */
export function portraitSvg(look: PortraitLook): string {
  const random = randomFrom(look.seed)
  const wide = 19.5 + random() * 3
  const tall = 23 + random() * 3
  const skin = skins[look.skin]
  const ear = (x: number): string => `<ellipse cx="${x.toFixed(1)}" cy="48" rx="3.6" ry="5" fill="${skin}"/>`
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="800" viewBox="0 0 100 100">',
    `<rect width="100" height="100" fill="${colours[look.ground]}"/>`,
    hairBehindSvg(look),
    collarSvg(look),
    `<path d="M43 60h14v18q-7 6-14 0z" fill="${skin}"/><path d="M43 68q7 6 14 0v4q-7 5-14 0z" fill="${colours.ink}" opacity=".18"/>`,
    neckSvg(look),
    ear(50 - wide),
    ear(50 + wide),
    `<ellipse cx="50" cy="46" rx="${wide.toFixed(1)}" ry="${tall.toFixed(1)}" fill="${skin}"/>`,
    look.beard ? beardSvg(look, wide, tall) : '',
    hairSvg(look, wide, tall),
    browsSvg(look),
    `<rect x="39.4" y="46" width="5.2" height="3" rx="1.2"/><rect x="55.4" y="46" width="5.2" height="3" rx="1.2"/>`,
    look.glasses ? glassesSvg() : '',
    mouthSvg(look),
    capSvg(look, wide),
    '</svg>',
  ].join('')
}
