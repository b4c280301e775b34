const FRACTIONS = ['', '⅙', '⅓', '½', '⅔', '⅚']

/** 15 sixths are "2½". */
export function formatSixths(sixths: number): string {
  const size = Math.abs(sixths)
  const whole = Math.floor(size / 6)
  const part = FRACTIONS[size % 6] ?? ''
  const sign = sixths < 0 ? '\u2212' : ''
  return `${sign}${whole === 0 && part ? '' : whole}${part}`
}
