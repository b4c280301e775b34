import { randomFrom } from './random.ts'

/** Pixels of a frame as it is drawn; the film is twice as fine. */
export const FRAME = { width: 640, height: 360 }
/** When the panel gives way, in seconds. */
const FALLS_AT = 19
const INK = '#14171c'

interface Fan {
  x: number
  y: number
  size: number
  coat: string
  skin: string
  phase: number
}

const COATS = ['#39424e', '#5b3a3a', '#2f4f4f', '#6b5b3e', '#44405c', '#2b3d5c', '#5c5c5c', '#7a4a2b']
const SKINS = ['#e0b896', '#b98a63', '#8a5f3e', '#f0cfb0', '#6d4a30']

const pick = <T>(list: readonly T[], chance: () => number): T => list[Math.floor(chance() * list.length)] as T

const crowd: Fan[] = (() => {
  const chance = randomFrom(9)
  return Array.from({ length: 6 }, (_, row) =>
    Array.from({ length: 13 }, (_, seat) => ({
      x: 24 + seat * 48 + (row % 2) * 22 + (chance() - 0.5) * 8,
      y: 48 + row * 36,
      size: 9 + row * 1.7,
      coat: pick(COATS, chance),
      skin: pick(SKINS, chance),
      phase: chance() * 6.28,
    })),
  ).flat()
})()

const n = (value: number): string => value.toFixed(1)

const person = (x: number, y: number, size: number, coat: string, skin: string): string =>
  `<g transform="translate(${n(x)} ${n(y)})"><rect x="${n(-size)}" y="0" width="${n(size * 2)}" height="${n(size * 2.6)}" rx="${n(size * 0.7)}" fill="${coat}"/><circle r="${n(size * 0.72)}" cy="${n(-size * 0.45)}" fill="${skin}"/></g>`

/** Before the fall the row claps; after it, it stands. */
const fan = ({ x, y, size, coat, skin, phase }: Fan, t: number): string => {
  const isUp = t > FALLS_AT + 0.6 && y > 150
  const bob = Math.sin(t * 3 + phase) * 1.6 - (isUp ? Math.min(10, (t - FALLS_AT) * 6) : 0)
  return person(x, y + bob, size, coat, skin)
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value))

/** In yellow: sees him at 0:11, is on the second step at 0:17, and holds the panel from 0:21. */
function usher(t: number): string {
  const down = clamp((t - 15) / 6)
  const [x, y] = [520 - down * 90, 86 + down * 150]
  const hand =
    t > 15
      ? `<line x1="0" y1="8" x2="-16" y2="-14" stroke="#ffd23f" stroke-width="6" stroke-linecap="round"/>`
      : ''
  return `${person(x, y, 14, '#ffd23f', '#b98a63')}<g transform="translate(${n(x)} ${n(y)})">${hand}</g>`
}

/** In a scarf, at the glass of panel 9-C, and then with it. */
function man(t: number): string {
  const fall = clamp((t - FALLS_AT) / 0.9)
  const [x, y] = [392 - fall * 10, 232 + fall * 46]
  return `<g transform="rotate(${n(fall * 62)} ${n(x)} ${n(y + 26)})">${person(x, y, 16, '#30475e', '#e0b896')}<rect x="${n(x - 15)}" y="${n(y - 1)}" width="30" height="8" rx="3" fill="#ff5a1f"/></g>`
}

function boards(t: number): string {
  const tip = clamp((t - FALLS_AT) / 0.8)
  const panels = Array.from({ length: 6 }, (_, i) => {
    const x = 8 + i * 106
    const isLoose = i === 3
    const turn = isLoose ? `rotate(${n(-tip * 34)} ${x} 330)` : ''
    return `<g transform="${turn}"><rect x="${x}" y="206" width="100" height="52" fill="#9ad1d4" opacity=".22"/><rect x="${x}" y="258" width="100" height="58" fill="#e8e4d9"/><rect x="${x}" y="304" width="100" height="12" fill="#ffd23f"/><rect x="${x - 3}" y="206" width="4" height="112" fill="${INK}"/></g>`
  })
  return panels.join('')
}

/** A cup that goes up like a flare. */
function cup(t: number): string {
  const since = t - FALLS_AT - 0.2
  if (since < 0 || since > 1.6) return ''
  const [x, y] = [420 + since * 60, 220 - since * 190 + since * since * 150]
  return `<rect x="${n(x)}" y="${n(y)}" width="9" height="13" fill="#fff" transform="rotate(${n(since * 400)} ${n(x)} ${n(y)})"/>`
}

/** One frame of the fixed camera over section nine, at a second of the recording. */
export function rinkCamSvg(t: number): string {
  const shake = t > FALLS_AT && t < FALLS_AT + 0.8 ? Math.sin(t * 60) * 2.5 : 0
  const blink = Math.floor(t) % 2 === 0 ? '<circle cx="22" cy="22" r="6" fill="#ff2b2b"/>' : ''
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${FRAME.width}" height="${FRAME.height}" viewBox="0 0 640 360">`,
    `<rect width="640" height="360" fill="#20262c"/><g transform="translate(${n(shake)} ${n(shake / 2)})">`,
    ...[0, 1, 2, 3, 4, 5].map((row) => `<rect y="${62 + row * 36}" width="640" height="16" fill="#171b20"/>`),
    ...crowd.map((each) => fan(each, t)),
    usher(t),
    '<rect y="312" width="640" height="48" fill="#dfeaec"/><rect y="338" width="640" height="5" fill="#c03a2b"/>',
    man(t),
    boards(t),
    cup(t),
    `</g>${blink}</svg>`,
  ].join('')
}
