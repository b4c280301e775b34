import type { Shape } from './shapes.ts'

/** light, accent and third change with the ground that the picture stands on; ink never does. */
export type Role = 'light' | 'accent' | 'third' | 'ink'

/** How much ink a dot lays at a place, 0 to 1. */
export type Tone = (x: number, y: number) => number

export type Part = { shape: Shape; fill: Role | null; tone: Tone }

const clamp = (value: number): number => Math.min(1, Math.max(0, value))

/** Keeps the colour plate in charge: full ink over it turns to mud on a card 300 pixels wide. */
const darkest = 0.82
const lightest = 0.8

const none: Tone = () => 0

/** Darkens across the shape, from its top left by default (degrees, clockwise from the right). */
export function shaded(shape: Shape, fill: Role, from = 0, to = 0.6, degrees = 55): Part {
  const [left, top, right, bottom] = shape.bounds
  const dx = Math.cos((degrees * Math.PI) / 180)
  const dy = Math.sin((degrees * Math.PI) / 180)
  const reach = (Math.abs(dx) * (right - left) + Math.abs(dy) * (bottom - top)) / 2 || 1
  const cx = (left + right) / 2
  const cy = (top + bottom) / 2
  const tone: Tone = (x, y) => {
    const t = clamp((((x - cx) * dx + (y - cy) * dy) / reach + 1) / 2)
    return lightest * from + darkest * (to - from) * t * t * (3 - 2 * t)
  }
  return { shape, fill, tone }
}

/** Darkens away from a light above left, as a ball does. */
export function rounded(shape: Shape, fill: Role, from = 0, to = 0.8): Part {
  const [left, top, right, bottom] = shape.bounds
  const rx = (right - left) / 2
  const ry = (bottom - top) / 2
  const lx = left + rx * 0.68
  const ly = top + ry * 0.6
  const tone: Tone = (x, y) => {
    const t = clamp(Math.hypot((x - lx) / rx, (y - ly) / ry) / 1.5)
    return from + darkest * (to - from) * Math.pow(t, 1.7)
  }
  return { shape, fill, tone }
}

export const flat = (shape: Shape, fill: Role): Part => ({ shape, fill, tone: none })

export const solid = (shape: Shape): Part => flat(shape, 'ink')

export const toned = (shape: Shape, fill: Role | null, tone: number): Part => ({
  shape,
  fill,
  tone: () => tone,
})
