import { circle } from './shapes.ts'
import { flat, type Part, type Role } from './parts.ts'

/** Five by seven lamps a figure. */
const glyphs: Record<string, string> = {
  '0': '01110 10001 10011 10101 11001 10001 01110',
  '1': '00100 01100 00100 00100 00100 00100 01110',
  '2': '01110 10001 00001 00110 01000 10000 11111',
  '3': '11110 00001 00001 01110 00001 00001 11110',
  '4': '00010 00110 01010 10010 11111 00010 00010',
  '5': '11111 10000 11110 00001 00001 10001 01110',
  '6': '01110 10000 11110 10001 10001 10001 01110',
  '7': '11111 00001 00010 00100 01000 01000 01000',
  '8': '01110 10001 10001 01110 10001 10001 01110',
  '9': '01110 10001 10001 01111 00001 00001 01110',
  ':': '00000 00100 00100 00000 00100 00100 00000',
  '-': '00000 00000 00000 01110 00000 00000 00000',
}

/** Lamps that spell the label, centred on x, y; pitch is the distance between two lamps. */
export function lamps(label: string, x: number, y: number, pitch: number, fill: Role): Part[] {
  const width = label.length * 6 - 1
  return Array.from(label).flatMap((letter, place) =>
    (glyphs[letter] ?? '').split(' ').flatMap((row, down) =>
      Array.from(row).flatMap((lamp, across) => {
        if (lamp !== '1') return []
        const cx = x + (place * 6 + across - (width - 1) / 2) * pitch
        return [flat(circle(cx, y + (down - 3) * pitch, pitch * 0.46), fill)]
      }),
    ),
  )
}
