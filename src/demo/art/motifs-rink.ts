import { lamps } from './digits.ts'
import { flat, type Part, rounded, shaded, solid, toned } from './parts.ts'
import { arc, box, circle, ellipse, line, polygon } from './shapes.ts'

export function net(): Part[] {
  const upright = Array.from({ length: 13 }, (_, i) =>
    toned(line(0.9, [-30 + i * 5, -22], [-36 + i * 6, 27]), 'ink', 1),
  )
  const across = Array.from({ length: 9 }, (_, i) =>
    toned(line(0.9, [-33 - i * 0.6, -18 + i * 5.6], [33 + i * 0.6, -18 + i * 5.6]), 'ink', 1),
  )
  return [
    shaded(polygon(2, [-38, -26], [38, -26], [38, 28], [-38, 28]), 'light', 0.02, 0.5, 90),
    ...upright,
    ...across,
    shaded(line(6, [-40, 31], [-40, -28], [40, -28], [40, 31]), 'accent', 0.02, 0.65, 60),
    toned(ellipse(0, 35, 50, 4), 'third', 0.12),
    solid(ellipse(14, 12, 9, 4)),
    solid(box(5, 8, 18, 4)),
    shaded(ellipse(14, 8, 9, 4), 'third', 0.1, 0.7, 0),
  ]
}

export function rink(): Part[] {
  const dots = [-34, 34].flatMap((x) => [-14, 14].map((y) => ({ x, y })))
  return [
    solid(box(-62, -35, 124, 70, 26)),
    shaded(box(-59.5, -32.5, 119, 65, 24), 'light', 0.02, 0.4, 40),
    flat(box(-1.2, -32.5, 2.4, 65), 'accent'),
    flat(box(-20, -32.5, 3.6, 65), 'third'),
    flat(box(16.4, -32.5, 3.6, 65), 'third'),
    solid(arc(0, 0, 11, 0, 360, 1.4)),
    flat(circle(0, 0, 2.4), 'accent'),
    ...dots.map(({ x, y }) => solid(arc(x, y, 9, 0, 360, 1.2))),
    ...dots.map(({ x, y }) => flat(circle(x, y, 2), 'accent')),
    flat(line(1.2, [-50, -29], [-50, 29]), 'accent'),
    flat(line(1.2, [50, -29], [50, 29]), 'accent'),
    shaded(ellipse(-48, 0, 5, 6), 'third', 0.1, 0.5),
    shaded(ellipse(48, 0, 5, 6), 'third', 0.1, 0.5),
    solid(ellipse(25, -5, 2.6, 2)),
  ]
}

export function scoreboard(_random: () => number, label = '7:6'): Part[] {
  const pitch = Math.min(5, 70 / (label.length * 6 - 1))
  return [
    solid(line(1.8, [-26, -26], [-38, -60])),
    solid(line(1.8, [26, -26], [38, -60])),
    shaded(box(-48, -29, 96, 58, 3), 'accent', 0.02, 0.75, 50),
    solid(box(-42, -23, 84, 40, 1)),
    ...lamps(label, 0, -3, pitch, 'third'),
    ...[-32, -16, 0, 16, 32].map((x, i) =>
      i < 3 ? flat(circle(x, 23, 2.6), 'light') : solid(circle(x, 23, 2.6)),
    ),
    shaded(polygon(1, [-12, 29], [12, 29], [18, 40], [-18, 40]), 'light', 0.1, 0.8, 20),
  ]
}

export function crowd(random: () => number): Part[] {
  const parts: Part[] = []
  for (let row = 0; row < 5; row++) {
    const y = -20 + row * 15
    const size = 5 + row * 1.15
    for (let x = -92 + (row % 2) * size; x < 94; x += size * 2.5) {
      parts.push(...fan(x + (random() - 0.5) * 3, y + (random() - 0.5) * 5, size, row, random))
    }
  }
  return parts
}

function fan(x: number, y: number, size: number, row: number, random: () => number): Part[] {
  const shirts = ['accent', 'third', 'ink', 'light'] as const
  const shirt = shirts[Math.floor(random() * 4)] ?? 'accent'
  const dark = 0.9 - row * 0.13
  const body = box(x - size * 1.15, y + size * 0.8, size * 2.3, size * 4, size * 0.9)
  const arms = random() < 0.35
  const reach = size * (2 + random())
  return [
    ...(arms
      ? [-1, 1].map((side) =>
          shaded(
            line(
              size * 0.6,
              [x + side * size, y + size * 1.6],
              [x + side * size * 1.5, y + size * 1.6 - reach],
            ),
            'light',
            0.1,
            dark,
            90,
          ),
        )
      : []),
    shirt === 'ink' ? solid(body) : shaded(body, shirt, 0.08, dark, 60),
    rounded(circle(x, y, size), 'light', 0.02, dark),
    ...(random() < 0.45 ? [solid(arc(x, y, size * 0.82, 185, 355, size * 0.55))] : []),
    solid(ellipse(x, y + size * 0.45, size * 0.32, size * (0.12 + random() * 0.25))),
  ]
}

export function iceMachine(): Part[] {
  const wheel = (x: number): Part[] => [
    solid(circle(x, 22, 11)),
    flat(circle(x, 22, 5), 'light'),
    solid(circle(x, 22, 1.8)),
  ]
  return [
    shaded(box(-70, 32, 140, 5, 2), 'light', 0.02, 0.5, 0),
    shaded(
      polygon(3, [-46, -4], [-38, -18], [8, -18], [12, -2], [40, -2], [40, 20], [-46, 20]),
      'accent',
      0.02,
      0.8,
      60,
    ),
    shaded(polygon(2, [-42, -6], [-35, -30], [6, -30], [8, -6]), 'light', 0.02, 0.6, 40),
    flat(box(-46, 6, 86, 4), 'light'),
    shaded(line(8, [23, -6], [21, -18]), 'third', 0.1, 0.8, 20),
    rounded(circle(20, -28, 6.5), 'light', 0.02, 0.6),
    solid(arc(20, -29, 6, 180, 350, 3)),
    solid(line(2.4, [22, -14], [33, -12])),
    solid(line(2, [36, -18], [32, -4])),
    solid(polygon(1, [-62, 24], [-46, 8], [-46, 30], [-64, 30])),
    ...wheel(-26),
    ...wheel(26),
    flat(circle(38, 5, 3), 'third'),
  ]
}

export function boards(): Part[] {
  const posts = [-74, -37, 37, 74].map((x) => solid(line(2.4, [x, -44], [x, 8])))
  return [
    shaded(box(-74, -44, 36, 52), 'third', 0.02, 0.25, 50),
    shaded(box(38, -44, 36, 52), 'third', 0.05, 0.3, 50),
    ...posts,
    shaded(box(-80, 6, 44, 30), 'light', 0.02, 0.5, 60),
    shaded(box(38, 6, 44, 30), 'light', 0.02, 0.5, 60),
    solid(box(-80, 6, 44, 4)),
    solid(box(38, 6, 44, 4)),
    flat(box(-80, 29, 44, 7), 'accent'),
    flat(box(38, 29, 44, 7), 'accent'),
    solid(polygon(1, [-34, 8], [36, 8], [36, 38], [-34, 38])),
    shaded(polygon(1, [-26, -32], [8, -46], [28, 0], [-6, 15]), 'third', 0.05, 0.4, 40),
    solid(line(1.2, [4, -18], [-14, -28], [-20, -33])),
    solid(line(1.2, [4, -18], [10, -36], [7, -45])),
    solid(line(1.2, [4, -18], [18, -16], [25, -8])),
    solid(line(1.2, [4, -18], [-4, -4], [-12, 0])),
    shaded(polygon(1, [-20, 20], [22, 2], [34, 28], [-9, 44]), 'light', 0.02, 0.7, 60),
    flat(polygon(1, [-11.5, 37.5], [31, 21], [34, 28], [-9, 44]), 'accent'),
  ]
}

export function camera(): Part[] {
  return [
    shaded(polygon(0.5, [-18, 4], [-96, 54], [-30, 60]), 'third', 0, 0.3, 120),
    solid(box(26, -46, 6, 30, 1)),
    solid(box(16, -48, 26, 6, 1)),
    solid(circle(29, -15, 6)),
    shaded(polygon(3, [-26, -10], [34, -30], [42, -8], [-18, 14]), 'light', 0.02, 0.75, 80),
    shaded(polygon(2, [-32, -14], [34, -36], [38, -27], [-28, -4]), 'accent', 0.05, 0.6, 40),
    rounded(circle(-23, 3, 11), 'light', 0.2, 1),
    solid(circle(-23.5, 3.5, 7)),
    flat(circle(-26, 1, 2.2), 'third'),
    flat(circle(28, -17, 2.4), 'accent'),
  ]
}
