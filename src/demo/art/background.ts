import type { Tone } from './parts.ts'

const clamp = (value: number): number => Math.min(1, Math.max(0, value))

/** Patterns behind the motif; coordinates have the picture's height as 100, its middle as the origin. */
const patterns: ((random: () => number, halfWidth: number) => Tone)[] = [
  bands,
  rays,
  corners,
  horizon,
  rings,
  spotlight,
]

export function background(random: () => number, halfWidth: number): Tone {
  const pattern = patterns[Math.floor(random() * patterns.length)] ?? bands
  return pattern(random, halfWidth)
}

function bands(random: () => number): Tone {
  const angle = (random() < 0.5 ? -1 : 1) * (0.55 + random() * 0.35)
  const width = 26 + random() * 16
  const shift = random() * width
  return (x, y) => {
    const across = x * Math.sin(angle) + y * Math.cos(angle) + shift
    const inBand = (((across / width) % 2) + 2) % 2
    return inBand < 1 ? 0.1 + 0.24 * inBand : 0
  }
}

function rays(random: () => number): Tone {
  const count = 9 + Math.floor(random() * 5)
  const turn = random() * Math.PI
  return (x, y) => {
    const ray = (((Math.atan2(y - 4, x) + turn) / (2 * Math.PI)) * count + count) % 1
    return ray < 0.5 ? clamp(Math.hypot(x, y) / 190) * 0.75 : 0
  }
}

function corners(random: () => number, halfWidth: number): Tone {
  const side = random() < 0.5 ? -1 : 1
  return (x, y) => {
    const along = (side * x) / halfWidth + y / 50
    return 0.5 * Math.pow(clamp((Math.abs(along) - 0.45) / 1.4), 1.2)
  }
}

function horizon(random: () => number): Tone {
  const level = 14 + random() * 14
  return (_x, y) => (y > level ? 0.16 + 0.4 * ((y - level) / (50 - level)) : 0.26 * clamp((-y - 8) / 42))
}

function rings(random: () => number, halfWidth: number): Tone {
  const cx = (random() - 0.5) * halfWidth
  const gap = 15 + random() * 6
  return (x, y) => {
    const far = Math.hypot(x - cx, y) / gap
    return far % 2 < 1 ? 0.06 + 0.2 * clamp(far / 8) : 0
  }
}

function spotlight(random: () => number, halfWidth: number): Tone {
  const lean = (random() - 0.5) * 40
  return (x, y) => {
    const beam = Math.abs(x - lean * (-(y + 50) / 100)) - 14 - (y + 50) * 0.42
    return beam > 0 ? 0.08 + 0.34 * clamp(beam / halfWidth) : 0
  }
}
