import { lamps } from './digits.ts'
import { flat, type Part, rounded, shaded, solid, toned } from './parts.ts'
import { arc, box, circle, ellipse, line, polygon, type Point } from './shapes.ts'

export function microphone(): Part[] {
  const mesh = [-24, -16, -8].map((y) => solid(line(1.3, [-14, y], [14, y])))
  return [
    shaded(arc(0, -16, 24, 10, 170, 4.4), 'light', 0.1, 0.8, 0),
    shaded(line(5, [0, 10], [0, 34]), 'light', 0.1, 0.8, 0),
    shaded(box(-18, 33, 36, 7, 3), 'accent', 0.1, 0.85, 0),
    shaded(box(-16, -42, 32, 48, 16), 'accent', 0, 0.95, 20),
    ...mesh,
    ...[-7, 0, 7].map((x) => solid(line(1.3, [x, -38], [x, -4]))),
    flat(box(-17, -6, 34, 4), 'light'),
    solid(line(2.6, [-28, -14], [-22, -14])),
    solid(line(2.6, [22, -14], [28, -14])),
  ]
}

export function bus(_random: () => number, label = '19'): Part[] {
  const windows = [-45, -28, -11, 6].map((x) => shaded(box(x, -16, 14, 14, 2), 'third', 0.02, 0.6, 50))
  const wheel = (x: number): Part[] => [
    solid(circle(x, 23, 10.5)),
    flat(circle(x, 23, 4.6), 'light'),
    solid(circle(x, 23, 1.6)),
  ]
  return [
    toned(box(-76, 32, 152, 3, 1), 'light', 0.3),
    shaded(box(-54, -26, 108, 49, 7), 'accent', 0.02, 0.85, 70),
    flat(box(-54, 3, 108, 5), 'light'),
    ...windows,
    shaded(polygon(2, [25, -15], [50, -15], [52, 2], [25, 2]), 'third', 0.02, 0.6, 40),
    solid(box(21, -26, 28, 9, 1)),
    ...lamps(label, 35, -21.5, 1.15, 'third'),
    flat(circle(50, 14, 3), 'third'),
    shaded(line(2, [-10, -26], [-6, -34], [30, -34], [34, -26]), 'light', 0.2, 0.6, 0),
    shaded(box(-4, -33, 18, 7, 1), 'light', 0.1, 0.7, 30),
    ...wheel(-32),
    ...wheel(32),
    ...[0, 1, 2].map((i) => toned(circle(-62 - i * 9, 18 - i * 5, 4 + i * 1.6), 'light', 0.2 + i * 0.08)),
  ]
}

export function hotDog(): Part[] {
  const wave = Array.from({ length: 25 }, (_, i): Point => [
    -42 + i * 3.5,
    -2 + (i % 4 === 1 ? -5 : i % 4 === 3 ? 5 : 0),
  ])
  return [
    toned(ellipse(0, 32, 54, 6), null, 0.5),
    shaded(line(25, [-40, 14], [40, 14]), 'light', 0.05, 0.9, 90),
    shaded(line(21, [-48, 0], [48, 0]), 'accent', 0.02, 0.95, 90),
    shaded(line(19, [-38, 18], [38, 18]), 'light', 0.02, 0.75, 90),
    shaded(line(15, [-36, -15], [36, -15]), 'light', 0.02, 0.4, 90),
    shaded(line(17, [-47, 0], [47, 0]), 'accent', 0, 0.7, 90),
    solid(line(6.2, ...wave)),
    flat(line(4.2, ...wave), 'third'),
    ...[-30, -12, 5, 24].map((x) => solid(line(1, [x, 20], [x + 6, 19]))),
  ]
}

export function owl(): Part[] {
  const feathers = [0, 1, 2].flatMap((row) =>
    [-12, -4, 4, 12].map((x) => solid(arc(x + (row % 2) * 4 - 2, 10 + row * 9, 4.4, 10, 170, 1.4))),
  )
  const eye = (x: number): Part[] => [
    shaded(circle(x, -16, 13.5), 'light', 0, 0.4, 70),
    flat(circle(x, -16, 8.5), 'third'),
    solid(circle(x + 1, -15, 5.6)),
    flat(circle(x - 1.5, -18, 1.8), 'light'),
  ]
  return [
    shaded(circle(-4, -4, 45), 'third', 0, 0.3, 60),
    shaded(
      polygon(
        3,
        [-26, -40],
        [-8, -29],
        [8, -29],
        [26, -40],
        [29, -6],
        [26, 24],
        [12, 37],
        [-12, 37],
        [-26, 24],
        [-29, -6],
      ),
      'accent',
      0.1,
      0.85,
      30,
    ),
    shaded(ellipse(0, 18, 18, 20), 'light', 0.02, 0.45, 60),
    ...feathers,
    shaded(polygon(3, [-29, -4], [-20, 2], [-19, 24], [-31, 32]), 'accent', 0.5, 0.95, 90),
    shaded(polygon(3, [29, -4], [20, 2], [19, 24], [31, 32]), 'accent', 0.6, 1, 90),
    ...eye(-13),
    ...eye(13),
    solid(polygon(1.5, [-5, -9], [5, -9], [0, 2])),
    solid(line(5, [-60, 40], [60, 38])),
    ...[-10, -5, 5, 10].map((x) => flat(line(3.4, [x, 36], [x, 41]), 'third')),
  ]
}

export function anchor(): Part[] {
  return [
    shaded(arc(0, 4, 30, 12, 168, 7.5), 'accent', 0.02, 0.9, 20),
    shaded(polygon(2, [-38, 16], [-20, 14], [-33, -4]), 'accent', 0.02, 0.6, 50),
    shaded(polygon(2, [38, 16], [20, 14], [33, -4]), 'accent', 0.2, 0.9, 50),
    shaded(line(8, [0, -22], [0, 33]), 'accent', 0.02, 0.9, 10),
    shaded(line(7, [-19, -16], [19, -16]), 'light', 0.02, 0.7, 20),
    shaded(arc(0, -32, 8.5, 0, 360, 5), 'light', 0.02, 0.8, 40),
    ...Array.from({ length: 9 }, (_, i) =>
      shaded(arc(8 + Math.sin(i * 0.9) * 9 + i * 3, -26 + i * 8, 4.2, 0, 360, 2), 'third', 0.1, 0.7, 60),
    ),
  ]
}

export function lighthouse(): Part[] {
  const stripes = [-12, 4, 20].map((y) =>
    shaded(
      polygon(
        0,
        [-8 - (y + 24) * 0.1, y],
        [8 + (y + 24) * 0.1, y],
        [8.8 + (y + 24) * 0.1, y + 8],
        [-8.8 - (y + 24) * 0.1, y + 8],
      ),
      'accent',
      0.05,
      0.9,
      0,
    ),
  )
  return [
    shaded(polygon(0, [0, -32], [-100, -50], [-100, -16]), 'light', 0, 0.3, 180),
    shaded(polygon(0, [0, -32], [100, -52], [100, -14]), 'light', 0, 0.3, 0),
    shaded(polygon(1, [-7.5, -24], [7.5, -24], [14, 36], [-14, 36]), 'light', 0, 0.75, 0),
    ...stripes,
    solid(box(-12, -25, 24, 3.4, 1)),
    shaded(box(-6.5, -38, 13, 13), 'third', 0, 0.4, 0),
    solid(line(1.4, [-6.5, -38], [-6.5, -25])),
    solid(line(1.4, [6.5, -38], [6.5, -25])),
    solid(polygon(1, [-9, -38], [9, -38], [0, -47])),
    solid(box(-3.4, 25, 6.8, 11, 3)),
    shaded(polygon(3, [-42, 46], [-28, 35], [-8, 37], [12, 34], [30, 38], [46, 47]), 'ink', 1, 1),
    ...[0, 1].map((i) =>
      flat(
        line(1.8, [-84 + i * 12, 44 + i * 4], [-64 + i * 12, 42 + i * 4], [-48 + i * 8, 45 + i * 3]),
        'light',
      ),
    ),
    ...[0, 1].map((i) =>
      flat(line(1.8, [52 + i * 8, 44 + i * 4], [68 + i * 8, 42 + i * 4], [86, 45 + i * 3]), 'light'),
    ),
  ]
}

export function bell(): Part[] {
  const ringing = [44, 52].flatMap((r) => [
    flat(arc(0, -4, r, 150, 205, 3), 'light'),
    flat(arc(0, -4, r, -25, 30, 3), 'light'),
  ])
  return [
    ...ringing,
    shaded(arc(0, -34, 6, 150, 390, 4), 'light', 0.1, 0.7, 40),
    solid(circle(0, 27, 8)),
    shaded(
      polygon(3, [-10, -29], [10, -29], [21, -14], [24, 8], [33, 21], [-33, 21], [-24, 8], [-21, -14]),
      'accent',
      0,
      0.95,
      15,
    ),
    shaded(box(-36, 17, 72, 8, 4), 'third', 0.02, 0.7, 0),
    flat(line(3, [-13, -16], [-15, 6]), 'light'),
  ]
}

export function envelope(): Part[] {
  return [
    shaded(box(-38, -36, 68, 50, 1), 'light', 0.02, 0.3, 60),
    ...[-28, -21, -14].map((y, i) => solid(line(2, [-30, y], [20 - i * 9, y]))),
    shaded(box(-46, -14, 92, 54, 2), 'accent', 0.05, 0.8, 60),
    shaded(polygon(1, [-45, 39], [-6, 10], [6, 10], [45, 39]), 'accent', 0.02, 0.5, 90),
    shaded(polygon(1.5, [-45, -13], [45, -13], [4, 18], [-4, 18]), 'light', 0.02, 0.65, 90),
    rounded(circle(0, 16, 9), 'third', 0.05, 0.9),
    solid(
      polygon(
        0.5,
        [-3, 12],
        [-1, 12],
        [-1, 15],
        [2, 15],
        [2, 12],
        [4, 12],
        [4, 21],
        [2, 21],
        [2, 17],
        [-1, 17],
        [-1, 21],
        [-3, 21],
      ),
    ),
  ]
}

export function mug(): Part[] {
  const steam = [-16, 0, 16].map((x) =>
    flat(line(3, [x, -24], [x + 4, -30], [x - 3, -37], [x + 2, -45]), 'light'),
  )
  return [
    ...steam,
    shaded(arc(26, 8, 13, -80, 80, 6), 'accent', 0.1, 0.9, 40),
    shaded(
      polygon(3, [-28, -15], [28, -15], [25, 32], [20, 36], [-20, 36], [-25, 32]),
      'accent',
      0,
      0.92,
      15,
    ),
    shaded(ellipse(0, -16, 31, 7), 'light', 0.05, 0.5, 0),
    solid(ellipse(0, -15, 26, 4.6)),
    flat(box(-17, 0, 30, 20, 1), 'light'),
    solid(polygon(1, [-12, 4], [-9, 4], [-9, 13], [-3, 13], [-3, 16], [-12, 16])),
    solid(
      polygon(
        1,
        [0, 4],
        [3, 4],
        [3, 8.4],
        [6, 8.4],
        [6, 4],
        [9, 4],
        [9, 16],
        [6, 16],
        [6, 11.4],
        [3, 11.4],
        [3, 16],
        [0, 16],
      ),
    ),
  ]
}
