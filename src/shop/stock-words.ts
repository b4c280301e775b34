import { isForSale } from './product.ts'
import { FEW, leftOf } from './stock.ts'
import type { ProductView } from './read-catalogue.ts'

type Piece = ProductView['variants'][number]
type Sale = Pick<ProductView, 'state' | 'variants'>

/** How many of it can be taken now, in all its variants. */
export const leftInAll = ({ state, variants }: Sale): number =>
  isForSale(state) ? variants.reduce((sum, { stock }) => sum + leftOf(stock), 0) : 0

/** How much of what was stocked is left, in percent: 1 at least while there is one. */
export function percentLeft({ state, variants }: Sale): number {
  const full = variants.reduce((sum, { stock }) => sum + Math.max(stock.stocked, stock.onHand), 0)
  const left = leftInAll({ state, variants })
  return full === 0 || left === 0 ? 0 : Math.max(1, Math.round((left / full) * 100))
}

export interface Note {
  words: string
  /** Whether it is news that hurries. */
  hot: boolean
}

const calm = (words: string): Note => ({ words, hot: false })

/** What is said of the stock in one line; empty where there is plenty. */
export function stockNote({ state, variants }: Sale): Note {
  if (state === 'paused') return { words: 'Back in a moment', hot: true }
  if (state === 'archived') return calm('Not for sale any more')
  const left = leftInAll({ state, variants })
  if (left === 0) return calm(isAllHeld(variants) ? 'The last are at the checkout' : 'Sold out')
  if (left <= FEW) return { words: `Last ${left}`, hot: true }
  const gone = variants.filter(({ stock }) => leftOf(stock) === 0)
  return gone.length > 0 ? { words: `${goneWords(gone)} sold out`, hot: true } : calm('')
}

/** Named while that fits a tile on a phone. */
const NAMED = 2

const goneWords = (gone: readonly Piece[]): string =>
  gone.length > NAMED ? `${gone.length} sizes` : gone.map(({ choice }) => choice.join(' ')).join(', ')

const isAllHeld = (variants: readonly Piece[]): boolean => variants.some(({ stock }) => stock.onHand > 0)

/** What is said of one variant beside its name. */
export function pieceNote({ stock }: Piece): string {
  const left = leftOf(stock)
  if (left > FEW) return ''
  if (left > 0) return `Only ${left} left`
  return stock.onHand > 0 ? 'In checkout' : 'Sold out'
}

/** Shown on the button while it is few enough to count. */
const COUNTED = 99

/** What the button says, and whether it can be pressed. */
export function buttonWords(sale: Sale, verb: string): { words: string; works: boolean } {
  const left = leftInAll(sale)
  if (left === 0) return { words: stockNote(sale).words, works: false }
  return { words: left <= COUNTED ? `${verb} — ${left} left` : verb, works: true }
}
