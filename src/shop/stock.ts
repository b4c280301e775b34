/** So many pieces of a variant. */
export interface StockLine {
  variantId: string
  quantity: number
}

export interface Stock {
  onHand: number
  held: number
}

/** What nobody holds. */
export const leftOf = ({ onHand, held }: Stock): number => onHand - held

/** From so few on a page says how many are left. */
export const FEW = 5

/** One line a variant, in the order of their ids: two buyers who lock the same rows never wait for each other in a circle. */
export function inLockOrder(lines: readonly StockLine[]): StockLine[] {
  const sums = new Map<string, number>()
  for (const { variantId, quantity } of lines) sums.set(variantId, (sums.get(variantId) ?? 0) + quantity)
  return [...sums]
    .map(([variantId, quantity]) => ({ variantId, quantity }))
    .toSorted((a, b) => (a.variantId < b.variantId ? -1 : 1))
}
