export type Point = readonly [number, number]

/** A flat shape twice: as a signed distance (negative inside) for the dots, as SVG for the colour beneath. */
export type Shape = {
  distance(x: number, y: number): number
  svg(paint: string): string
  /** left, top, right, bottom */
  bounds: readonly [number, number, number, number]
}

const n = (value: number): string => String(Math.round(value * 100) / 100)

export function ellipse(cx: number, cy: number, rx: number, ry: number): Shape {
  return {
    distance: (x, y) => (Math.hypot((x - cx) / rx, (y - cy) / ry) - 1) * Math.min(rx, ry),
    svg: (paint) => `<ellipse cx="${n(cx)}" cy="${n(cy)}" rx="${n(rx)}" ry="${n(ry)}" fill="${paint}"/>`,
    bounds: [cx - rx, cy - ry, cx + rx, cy + ry],
  }
}

export const circle = (cx: number, cy: number, r: number): Shape => ellipse(cx, cy, r, r)

export function box(left: number, top: number, width: number, height: number, round = 0): Shape {
  const cx = left + width / 2
  const cy = top + height / 2
  return {
    distance: (x, y) => {
      const dx = Math.abs(x - cx) - width / 2 + round
      const dy = Math.abs(y - cy) - height / 2 + round
      return Math.min(Math.max(dx, dy), 0) + Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) - round
    },
    svg: (paint) =>
      `<rect x="${n(left)}" y="${n(top)}" width="${n(width)}" height="${n(height)}" rx="${n(round)}" fill="${paint}"/>`,
    bounds: [left, top, left + width, top + height],
  }
}

/** A line of one or more segments with round ends. */
export function line(width: number, ...points: Point[]): Shape {
  const d = points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`).join('')
  return {
    distance: (x, y) => {
      let nearest = Infinity
      for (let i = 1; i < points.length; i++) {
        nearest = Math.min(nearest, toSegment(x, y, points[i - 1] as Point, points[i] as Point))
      }
      return nearest - width / 2
    },
    svg: (paint) =>
      `<path d="${d}" fill="none" stroke="${paint}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round"/>`,
    bounds: boundsOf(points, width / 2),
  }
}

/** A polygon; round swells it by that much and rounds its corners. */
export function polygon(round: number, ...points: Point[]): Shape {
  const d = `${points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`).join('')}z`
  return {
    distance: (x, y) => {
      let nearest = Infinity
      let inside = false
      for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
        const a = points[i] as Point
        const b = points[j] as Point
        nearest = Math.min(nearest, toSegment(x, y, a, b))
        if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside
      }
      return (inside ? -nearest : nearest) - round
    },
    svg: (paint) =>
      `<path d="${d}" fill="${paint}" stroke="${paint}" stroke-width="${n(round * 2)}" stroke-linejoin="round"/>`,
    bounds: boundsOf(points, round),
  }
}

/** Part of a circle's line; angles in degrees, clockwise from three o'clock. */
export function arc(cx: number, cy: number, r: number, from: number, to: number, width: number): Shape {
  const steps = Math.max(4, Math.ceil(Math.abs(to - from) / 12))
  const points = Array.from({ length: steps + 1 }, (_, i): Point => {
    const angle = ((from + ((to - from) * i) / steps) * Math.PI) / 180
    return [cx + r * Math.cos(angle), cy + r * Math.sin(angle)]
  })
  return line(width, ...points)
}

function toSegment(x: number, y: number, [ax, ay]: Point, [bx, by]: Point): number {
  const dx = bx - ax
  const dy = by - ay
  const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)
  const t = Math.min(1, Math.max(0, along))
  return Math.hypot(x - ax - dx * t, y - ay - dy * t)
}

function boundsOf(points: readonly Point[], margin: number): Shape['bounds'] {
  const xs = points.map((point) => point[0])
  const ys = points.map((point) => point[1])
  return [
    Math.min(...xs) - margin,
    Math.min(...ys) - margin,
    Math.max(...xs) + margin,
    Math.max(...ys) + margin,
  ]
}
