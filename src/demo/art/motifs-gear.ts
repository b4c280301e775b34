import { flat, type Part, rounded, shaded, solid, toned } from './parts.ts'
import { arc, box, circle, ellipse, line, polygon, type Point } from './shapes.ts'

export function puck(random: () => number): Part[] {
  const streaks = Array.from({ length: 6 }, (_, i) => {
    const y = -18 + i * 8
    const from = -44 - random() * 34
    return shaded(line(3.2, [from, y], [-30 - random() * 6, y]), 'light', 0.7, 0, 0)
  })
  return [
    ...streaks,
    solid(ellipse(6, 17, 40, 17)),
    solid(box(-34, -6, 80, 23)),
    shaded(ellipse(6, -6, 40, 17), 'accent', 0.08, 0.85, 30),
    shaded(ellipse(6, -6, 25, 10), 'light', 0.02, 0.5, 30),
    solid(polygon(1, [-3, -10], [15, -10], [15, -7], [8, -7], [8, -1], [4, -1], [4, -7], [-3, -7])),
  ]
}

export function foamFinger(): Part[] {
  return [
    shaded(box(-17, 20, 34, 26, 4), 'light', 0.1, 0.7, 10),
    shaded(box(-21, -12, 42, 38, 13), 'accent', 0.02, 0.85, 25),
    shaded(line(17, [-11, 0], [-11, -37]), 'accent', 0, 0.8, 10),
    shaded(line(13, [20, 8], [33, -10]), 'accent', 0.05, 0.8, 40),
    ...[0, 1, 2].map((i) => solid(line(1.5, [-1 + i * 8, -11], [-1 + i * 8, -1]))),
    solid(polygon(0.8, [-4, 4], [3, 1], [3, 18], [-2, 18], [-2, 7], [-4, 8])),
    solid(line(1.6, [-17, 29], [17, 29])),
  ]
}

export function mask(): Part[] {
  const bars = [-16, -8, 0, 8, 16].map((x) => flat(line(2.2, [x, -10], [x * 0.82, 24]), 'light'))
  const rungs = [-2, 8, 17].map((y) => flat(line(2.2, [-21 + y * 0.15, y], [21 - y * 0.15, y]), 'light'))
  return [
    shaded(
      polygon(
        6,
        [-26, -24],
        [-14, -37],
        [14, -37],
        [26, -24],
        [27, 8],
        [17, 32],
        [0, 40],
        [-17, 32],
        [-27, 8],
      ),
      'light',
      0,
      0.85,
      35,
    ),
    shaded(polygon(2, [-5, -42], [5, -42], [3, -14], [-3, -14]), 'accent', 0.05, 0.5, 30),
    shaded(polygon(2, [-31, -14], [-22, -12], [-20, -4], [-32, -2]), 'accent', 0.05, 0.5, 30),
    shaded(polygon(2, [31, -14], [22, -12], [20, -4], [32, -2]), 'accent', 0.3, 0.7, 30),
    solid(polygon(4, [-20, -8], [20, -8], [17, 16], [9, 26], [-9, 26], [-17, 16])),
    ...bars,
    ...rungs,
    ...[-9, -3, 3, 9].map((x) => solid(circle(x, 36, 1.2))),
  ]
}

export function horn(random: () => number): Part[] {
  const waves = [14, 23, 32].map((r) =>
    flat(arc(30, -12, r, -38 - random() * 6, 34 + random() * 6, 3.4), 'light'),
  )
  return [
    ...waves,
    shaded(box(-34, 6, 25, 36, 5), 'third', 0.02, 0.9, 5),
    solid(box(-34, 15, 25, 3)),
    solid(box(-34, 32, 25, 3)),
    solid(box(-27, -4, 11, 11, 2)),
    shaded(
      polygon(1.5, [-30, -19], [-4, -17], [22, -36], [22, 12], [-4, -7], [-30, -5]),
      'accent',
      0.02,
      0.8,
      80,
    ),
    shaded(ellipse(23, -12, 7, 25), 'light', 0.35, 0.95, 200),
    solid(ellipse(24, -12, 3.4, 14)),
    shaded(circle(-31, -12, 7.5), 'accent', 0.1, 0.9, 60),
  ]
}

export function trophy(): Part[] {
  return [
    shaded(arc(-21, -20, 12, 60, 290, 5), 'third', 0.1, 0.8, 60),
    shaded(arc(21, -20, 12, -110, 120, 5), 'third', 0.3, 0.9, 60),
    shaded(
      polygon(2, [-24, -38], [24, -38], [21, -16], [12, 0], [4, 6], [-4, 6], [-12, 0], [-21, -16]),
      'accent',
      0,
      0.92,
      12,
    ),
    shaded(ellipse(0, -38, 26, 5), 'light', 0.1, 0.6, 0),
    shaded(box(-4, 4, 8, 16, 1), 'accent', 0.1, 0.9, 0),
    shaded(polygon(1, [-14, 24], [-8, 18], [8, 18], [14, 24]), 'light', 0.1, 0.8, 0),
    solid(box(-20, 25, 40, 16, 1)),
    flat(box(-12, 29, 24, 8), 'light'),
    toned(box(-9, 32, 18, 2), null, 0.7),
    flat(polygon(0.5, ...star(0, -19, 10)), 'light'),
  ]
}

function star(cx: number, cy: number, r: number): Point[] {
  return Array.from({ length: 10 }, (_, i): Point => {
    const reach = i % 2 ? r * 0.42 : r
    const angle = (i * 36 - 90) * (Math.PI / 180)
    return [cx + reach * Math.cos(angle), cy + reach * Math.sin(angle)]
  })
}

export function sticks(): Part[] {
  const shaft = (side: 1 | -1): Part[] => [
    shaded(line(5.5, [side * 36, -40], [-side * 20, 26]), side === 1 ? 'light' : 'accent', 0.02, 0.75, 90),
    solid(line(6.2, [side * 36, -40], [side * 30, -33])),
    shaded(
      polygon(2.5, [-side * 17, 22], [-side * 22, 30], [-side * 45, 33], [-side * 45, 26], [-side * 24, 22]),
      side === 1 ? 'light' : 'accent',
      0.1,
      0.7,
      90,
    ),
    ...[28, 33, 38].map((x) => solid(line(2.4, [-side * x, 24], [-side * (x + 1.5), 33]))),
  ]
  return [
    ...shaft(-1),
    ...shaft(1),
    solid(ellipse(0, 36, 13, 4)),
    solid(box(-13, 31, 26, 5)),
    shaded(ellipse(0, 31, 13, 4), 'third', 0.1, 0.7, 0),
  ]
}

export function skate(): Part[] {
  const laces = [-20, -13, -6, 1].map((y, i) =>
    flat(line(2.2, [-1 + i * 2.4, y], [9 + i * 2.6, y - 2]), 'light'),
  )
  return [
    shaded(
      polygon(4, [-24, -34], [4, -36], [8, -8], [26, 2], [34, 12], [33, 18], [-25, 18], [-23, -8]),
      'accent',
      0.02,
      0.9,
      130,
    ),
    shaded(polygon(2, [-25, -38], [5, -40], [5, -30], [-24, -28]), 'light', 0.05, 0.55, 20),
    solid(polygon(1, [16, 2], [34, 12], [33, 18], [12, 18])),
    ...laces,
    solid(box(-27, 19, 62, 4, 1)),
    solid(polygon(1, [-20, 23], [-8, 23], [-11, 32], [-17, 32])),
    solid(polygon(1, [14, 23], [27, 23], [23, 32], [17, 32])),
    shaded(polygon(1, [-32, 32], [35, 32], [40, 28], [38, 37], [-30, 37]), 'light', 0.05, 0.7, 0),
  ]
}

export function whistle(): Part[] {
  return [
    flat(line(3.4, [-20, -24], [-34, -34], [-40, -48]), 'third'),
    flat(line(3.4, [-20, -24], [-16, -38], [-22, -52]), 'third'),
    shaded(polygon(3, [-16, -16], [38, -18], [40, -4], [4, 2], [-16, 6]), 'third', 0.02, 0.7, 70),
    rounded(circle(-12, 12, 26), 'accent'),
    shaded(circle(-12, 12, 15), 'light', 0.1, 0.6, 220),
    rounded(circle(-10, 15, 8), 'third', 0.1, 1),
    solid(box(5, -17, 14, 8, 1)),
    solid(arc(-20, -20, 6, 0, 360, 2.6)),
  ]
}
