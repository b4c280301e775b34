import { colours } from './palette.ts'
import type { PortraitLook } from './portrait.ts'

const { ink, hot, white, yellow } = colours

const hairColours: Record<PortraitLook['hair'], string> = {
  bob: ink,
  cap: ink,
  puffs: ink,
  bald: ink,
  fringe: '#B93208',
  bun: ink,
  swoop: '#F4F1EA',
  curls: '#8A4B1F',
  toque: ink,
  crop: ink,
}

export function hairBehindSvg({ hair, ground }: PortraitLook): string {
  const colour = hairColours[hair]
  const back: Partial<Record<PortraitLook['hair'], string>> = {
    bob: '<path d="M24 42q0-26 26-26t26 26v26q-6 5-12 3H36q-7 2-12-3z"/>',
    fringe: '<path d="M26 44q0-26 24-26t24 26l3 30q-7 5-13 2H36q-7 3-13-2z"/>',
    puffs: '<circle cx="29" cy="24" r="13"/><circle cx="71" cy="24" r="13"/>',
    bun: '<circle cx="50" cy="16" r="9.5"/>',
    curls:
      '<circle cx="30" cy="34" r="11"/><circle cx="70" cy="34" r="11"/><circle cx="27" cy="50" r="10"/><circle cx="73" cy="50" r="10"/><circle cx="30" cy="64" r="9"/><circle cx="70" cy="64" r="9"/><circle cx="50" cy="22" r="14"/>',
  }
  const edge = ground === 'ink' ? ` stroke="${hot}" stroke-width="0"` : ''
  return `<g fill="${colour}"${edge}>${back[hair] ?? ''}</g>`
}

export function hairSvg({ hair }: PortraitLook, wide: number, tall: number): string {
  const left = (50 - wide - 0.8).toFixed(1)
  const right = (50 + wide + 0.8).toFixed(1)
  const top = (46 - tall - 2.5).toFixed(1)
  const tops: Record<PortraitLook['hair'], string> = {
    bob: `<path d="M${left} 46Q${left} ${top} 50 ${top}T${right} 46q-3-10-9-14-14 4-27 1-5 4-6 13z"/>`,
    fringe: `<path d="M${left} 46Q${left} ${top} 50 ${top}T${right} 46q-1-6-4-9-16-3-35 0-3 3-3 9z"/>`,
    puffs: `<path d="M${left} 40Q${left} ${top} 50 ${top}T${right} 40q-8-9-21-9t-21 9z"/>`,
    bun: `<path d="M${left} 44Q${left} ${top} 50 ${top}T${right} 44q-6-12-21-13-15 1-21 13z"/>`,
    swoop: `<path d="M${left} 44q-2-8 1-13Q36 ${Number(top) - 5} 60 ${top}q14 2 ${(wide - 8).toFixed(1)} 22-4-9-10-11-14 2-26 0-6 3-6 11z"/>`,
    curls:
      '<circle cx="36" cy="27" r="7.5"/><circle cx="46" cy="23" r="8"/><circle cx="57" cy="24" r="8"/><circle cx="65" cy="30" r="7"/>',
    crop: `<path d="M${left} 42Q${left} ${top} 50 ${top}T${right} 42l-3-6q-17-9-36 0z"/>`,
    cap: '',
    toque: '',
    bald: '',
  }
  return `<g fill="${hairColours[hair]}">${tops[hair]}</g>`
}

/** Headgear lies over the brows' line, so it is drawn last. */
export function capSvg({ hair }: PortraitLook, wide: number): string {
  const left = 50 - wide - 2
  const width = wide * 2 + 4
  if (hair === 'cap') {
    return `<path d="M${left} 36q1-22 ${width / 2}-22t${width / 2} 22z" fill="${ink}"/><path d="M${left} 36h${width}q8 0 11 5-20-2-${width}-1z" fill="${hot}"/><path d="M45 22h10v8H45z" fill="${white}"/>`
  }
  if (hair === 'toque') {
    return `<circle cx="50" cy="12" r="6" fill="${white}"/><path d="M${left} 36q0-20 ${width / 2}-20t${width / 2} 22z" fill="${hot}"/><rect x="${left - 1}" y="29" width="${width + 2}" height="9" fill="${ink}"/>`
  }
  return ''
}

export function browsSvg({ brows }: PortraitLook): string {
  const stroke = brows === 'bushy' ? 4 : 2.6
  const paths: Record<PortraitLook['brows'], string> = {
    level: 'M37 42h9M54 42h9',
    raised: 'M37 41.5q4.500-4 9-1.500M54 40q4.500-2.500 9 1.500',
    angry: 'M37 40l9 3M54 43l9-3',
    bushy: 'M37 41.500q5-2.500 9-.5M54 41q4-2 9 .5',
  }
  return `<path d="${paths[brows]}" fill="none" stroke="${ink}" stroke-width="${stroke}"/>`
}

export function mouthSvg({ mouth, beard, hair }: PortraitLook): string {
  const stroke = beard && hair !== 'swoop' ? white : ink
  const line = (d: string): string =>
    `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="2.4" stroke-linecap="round"/>`
  const mouths: Record<PortraitLook['mouth'], string> = {
    smile: line('M42 59q8 6 16 0'),
    small: line('M45 60q5 2.500 10 0'),
    flat: line('M43 60.500h14'),
    grin: `<path d="M41 57.500h18q-1 8-9 8t-9-8z" fill="${ink}"/><path d="M42.500 57.500h15v2.600h-15z" fill="${white}"/>`,
  }
  return mouths[mouth]
}

export function beardSvg({ hair }: PortraitLook, wide: number, tall: number): string {
  const left = (50 - wide).toFixed(1)
  const right = (50 + wide).toFixed(1)
  const chin = (46 + tall + 3).toFixed(1)
  const path = `M${left} 47q3 8 9 8 11-4 ${(wide * 2 - 18).toFixed(1)} 0 6 0 9-8Q${right} ${chin} 50 ${chin}T${left} 47z`
  return `<path d="${path}" fill="${hairColours[hair]}"/>`
}

/** What goes over the neck and not behind it. */
export function neckSvg({ collar }: PortraitLook): string {
  if (collar !== 'turtleneck') return ''
  return `<path d="M40.500 66q9.500 6 19 0v11q-9.500 6-19 0z" fill="${yellow}"/><path d="M40.500 71q9.500 6 19 0" fill="none" stroke="${ink}" stroke-width="1.4"/>`
}

export function glassesSvg(): string {
  return `<g fill="none" stroke="${ink}" stroke-width="2"><circle cx="42" cy="47.500" r="6.600"/><circle cx="58" cy="47.500" r="6.600"/><path d="M48.600 46.500q1.400-1 2.800 0M35.400 46l-5-1.500M64.600 46l5-1.500"/></g>`
}

export function collarSvg({ collar, ground }: PortraitLook): string {
  const cloth = ground === 'ink' ? hot : ink
  const shoulders = `<path d="M12 100q2-24 26-28h24q24 4 26 28z" fill="${cloth}"/>`
  const details: Record<PortraitLook['collar'], string> = {
    crew: '',
    hood: `<path d="M30 76q2-10 12-10l8 12 8-12q10 0 12 10-8 12-20 12T30 76z" fill="${hot}"/><path d="M45 84v12M55 84v12" stroke="${white}" stroke-width="1.6"/>`,
    turtleneck: '',
    collar: `<path d="M40 70l10 12-9 7-6-15zM60 70L50 82l9 7 6-15z" fill="${white}"/>`,
    bow: `<path d="M40 72l10 8-9 6-6-12zM60 72l-10 8 9 6 6-12z" fill="${white}"/><path d="M50 84l-11-5v10zM50 84l11-5v10z" fill="${hot}"/>`,
    stripes: `<path d="M22 82v18M34 74v26M46 80v20M58 80v20M70 75v25M80 84v16" stroke="${white}" stroke-width="5"/>`,
  }
  return shoulders + details[collar]
}
