import { type BrandMoney, priceText } from './brand-money.ts'

interface Priced {
  priceMinor: number
}

export const hasOnePrice = (variants: readonly Priced[]): boolean =>
  variants.every(({ priceMinor }) => priceMinor === variants[0]?.priceMinor)

/** "$32", or "from $32" where they differ. */
export function priceWords(money: BrandMoney, variants: readonly Priced[]): string {
  if (variants.length === 0) return ''
  const least = priceText(money, Math.min(...variants.map(({ priceMinor }) => priceMinor)))
  return hasOnePrice(variants) ? least : `from ${least}`
}
