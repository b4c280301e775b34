import type { Brand, Contrast, Palette } from './wire.ts'

type Rgb = [number, number, number]

const rgbOf = (colour: string): Rgb => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)) as Rgb

/** WCAG 2.2, "relative luminance". */
function luminance(colour: string): number {
  const [r, g, b] = rgbOf(colour).map((part) => {
    const s = part / 255
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG 2.2, "contrast ratio": 1 to 21. */
export function contrastOf(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

/** `part` of the first colour in the second. */
export function mix(a: string, b: string, part: number): string {
  const [x, y] = [rgbOf(a), rgbOf(b)]
  const mixed = x.map((value, i) => Math.round(value * part + (y[i] ?? 0) * (1 - part)))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

const better = (on: string, one: string, other: string): string =>
  contrastOf(one, on) >= contrastOf(other, on) ? one : other

const darker = (one: string, other: string): string => (luminance(one) <= luminance(other) ? one : other)

/** How much of a dark page's ink brightens its bands, so that they stand out from its paper. */
const BAND_INK = 0.09

/** WCAG 2.2 for letters of 24 px and more, with a little to spare for rounding. */
const LARGE = 3.05
const NUDGE = 0.02

/** The hot colour as huge letters on paper: as it is where that can be read, else nudged towards the ink until it can. */
function hotForLarge({ hot, ink, paper }: Palette): string {
  for (let part = 0; part < 1; part += NUDGE) {
    const nudged = part === 0 ? hot : mix(ink, hot, part)
    if (contrastOf(nudged, paper) >= LARGE) return nudged
  }
  return ink
}

/** What follows from the chosen colours: the dark bands (strip, panels) and what is written on them and on hot. */
export interface Derivation {
  band: string
  onBand: string
  onHot: string
  hotLarge: string
}

export function derive(palette: Palette): Derivation {
  const { ink, paper, hot } = palette
  const night = darker(ink, paper)
  const day = night === ink ? paper : ink
  // A dark page's bands would vanish in its paper, and are a little brighter than that.
  const band = night === ink ? ink : mix(day, night, BAND_INK)
  return { band, onBand: day, onHot: better(hot, night, day), hotLarge: hotForLarge(palette) }
}

const TEXT = 4.5

function check(scheme: Contrast['scheme'], palette: Palette): Contrast[] {
  const { band, onBand, onHot } = derive(palette)
  const pairs: [string, string, string][] = [
    ['ink on paper', palette.ink, palette.paper],
    ['mute on paper', palette.mute, palette.paper],
    ['hot ink on paper', palette.hotInk, palette.paper],
    ['text on hot', onHot, palette.hot],
    ['hot on bands', palette.hot, band],
    ['text on bands', onBand, band],
  ]
  return pairs.map(([pair, a, b]) => {
    const ratio = Math.round(contrastOf(a, b) * 100) / 100
    return { scheme, pair, ratio, needed: TEXT, passes: ratio >= TEXT }
  })
}

/** Every pair of colours that stand on each other, in both schemes. */
export const contrastsOf = ({ colours, darkColours }: Pick<Brand, 'colours' | 'darkColours'>): Contrast[] => [
  ...check('light', colours),
  ...check('dark', darkColours),
]
