import { flat, type Part, rounded, shaded, solid, toned } from './parts.ts'
import * as shapes from './shapes.ts'
import type { Point } from './shapes.ts'

/** What is for sale stands free on its ground, also where that is square. */
const SMALLER = 0.84

const small = ([x, y]: Point): Point => [x * SMALLER, y * SMALLER]
const circle = (cx: number, cy: number, r: number) => shapes.circle(cx * SMALLER, cy * SMALLER, r * SMALLER)
const ellipse = (cx: number, cy: number, rx: number, ry: number) =>
  shapes.ellipse(cx * SMALLER, cy * SMALLER, rx * SMALLER, ry * SMALLER)
const box = (left: number, top: number, width: number, height: number, round = 0) =>
  shapes.box(left * SMALLER, top * SMALLER, width * SMALLER, height * SMALLER, round * SMALLER)
const line = (width: number, ...points: Point[]) => shapes.line(width * SMALLER, ...points.map(small))
const polygon = (round: number, ...points: Point[]) => shapes.polygon(round * SMALLER, ...points.map(small))
const arc = (cx: number, cy: number, r: number, from: number, to: number, width: number) =>
  shapes.arc(cx * SMALLER, cy * SMALLER, r * SMALLER, from, to, width * SMALLER)

const mirror = (points: readonly Point[]): Point[] => points.map(([x, y]): Point => [-x, y]).toReversed()

/** Both halves of what is worn, from the right one. */
const garment = (round: number, right: readonly Point[]) => polygon(round, ...right, ...mirror(right))

/** The horn's H, as it is printed on everything. */
const letter = (y: number, size: number): Part[] => [
  rounded(circle(0, y, size * 1.5), 'accent', 0.02, 0.4),
  solid(box(-size * 0.75, y - size * 0.9, size * 0.42, size * 1.8)),
  solid(box(size * 0.33, y - size * 0.9, size * 0.42, size * 1.8)),
  solid(box(-size * 0.5, y - size * 0.2, size, size * 0.4)),
]

const BODY: Point[] = [
  [11, -36],
  [23, -33],
  [45, -14],
  [35, -2],
  [26, -9],
  [26, 40],
]

export const tShirt = (): Part[] => [
  solid(garment(2.6, BODY)),
  shaded(garment(0.8, BODY), 'light', 0.02, 0.5, 60),
  solid(ellipse(0, -37, 12, 6)),
  toned(ellipse(0, -39, 10, 5), 'third', 0.2),
  ...letter(-2, 9),
  toned(line(0.8, [26, -8], [24, 4]), 'ink', 1),
  toned(line(0.8, [-26, -8], [-24, 4]), 'ink', 1),
]

const SLEEVED: Point[] = [
  [11, -34],
  [24, -31],
  [37, -16],
  [45, 26],
  [33, 29],
  [26, -2],
  [26, 40],
]
const cuffs = (fill: 'accent' | 'third'): Part[] => [
  shaded(polygon(1, [45, 22], [46, 29], [34, 32], [32.5, 25]), fill, 0.05, 0.5),
  shaded(
    polygon(
      1,
      ...mirror([
        [45, 22],
        [46, 29],
        [34, 32],
        [32.5, 25],
      ]),
    ),
    fill,
    0.05,
    0.5,
  ),
  shaded(box(-27, 36, 54, 6, 2), fill, 0.05, 0.5, 0),
]

export const crewneck = (): Part[] => [
  solid(garment(2.6, SLEEVED)),
  shaded(garment(0.8, SLEEVED), 'third', 0.04, 0.55, 60),
  ...cuffs('accent'),
  solid(ellipse(0, -34, 13, 6)),
  toned(ellipse(0, -36, 10.5, 4.6), 'light', 0.3),
  ...letter(0, 9),
]

export const hoodie = (): Part[] => [
  solid(ellipse(0, -34, 21, 15)),
  solid(garment(2.6, SLEEVED)),
  shaded(garment(0.8, SLEEVED), 'light', 0.06, 0.6, 60),
  shaded(ellipse(0, -35, 18.5, 12.5), 'light', 0.1, 0.7, 90),
  solid(ellipse(0, -34, 12, 9)),
  ...cuffs('third'),
  ...letter(-6, 8),
  shaded(polygon(1.5, [-18, 34], [-12, 16], [12, 16], [18, 34]), 'third', 0.05, 0.45),
  toned(line(1.4, [-6, -26], [-7, -12]), 'accent', 0.1),
  toned(line(1.4, [6, -26], [7, -10]), 'accent', 0.1),
]

export const cap = (): Part[] => [
  solid(polygon(3, [-36, 12], [-34, -8], [-20, -26], [2, -30], [24, -22], [33, -4], [34, 12])),
  shaded(
    polygon(1, [-36, 12], [-34, -8], [-20, -26], [2, -30], [24, -22], [33, -4], [34, 12]),
    'accent',
    0.02,
    0.6,
    40,
  ),
  toned(arc(0, 14, 40, 250, 292, 0.9), 'ink', 1),
  solid(polygon(3, [-38, 13], [34, 13], [56, 22], [50, 27], [10, 24], [-30, 20])),
  shaded(polygon(1, [-38, 13], [34, 13], [55, 22], [49, 26], [10, 23], [-30, 19]), 'light', 0.05, 0.7, 80),
  solid(circle(2, -32, 3)),
  rounded(circle(-2, -6, 12), 'light', 0.02, 0.3),
  solid(box(-8, -14, 4, 16)),
  solid(box(2, -14, 4, 16)),
  solid(box(-6, -8, 10, 4)),
]

export const flag = (): Part[] => [
  solid(line(4, [-44, -42], [-44, 46])),
  shaded(line(2, [-44, -42], [-44, 46]), 'third', 0.1, 0.6),
  rounded(circle(-44, -44, 4), 'accent', 0.02, 0.6),
  solid(polygon(2.4, [-42, -36], [-10, -32], [14, -38], [46, -33], [46, 15], [14, 10], [-10, 17], [-42, 12])),
  shaded(
    polygon(0.6, [-42, -36], [-10, -32], [14, -38], [46, -33], [46, 15], [14, 10], [-10, 17], [-42, 12]),
    'light',
    0.02,
    0.55,
    20,
  ),
  flat(polygon(0, [-42, 2], [-10, 7], [14, 0], [46, 5], [46, 15], [14, 10], [-10, 17], [-42, 12]), 'accent'),
  ...letter(-13, 8),
]
