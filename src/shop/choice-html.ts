import { type Fragment, html, type Html, nothing } from '../platform/html.ts'
import { priceText } from './brand-money.ts'
import { hasOnePrice } from './price-words.ts'
import { isForSale, type Variant } from './product.ts'
import type { ProductView } from './read-catalogue.ts'
import { leftOf } from './stock.ts'
import { pieceNote } from './stock-words.ts'

/** The option whose values stand side by side: the size, else the last. */
function rowOption({ options }: ProductView): number {
  const size = options.findIndex(({ name }) => name.toLowerCase() === 'size')
  return size >= 0 ? size : options.length - 1
}

const others = (choice: readonly string[], row: number): string =>
  choice.filter((_, i) => i !== row).join(', ')

/**
 * A radio button for each variant, in rows of one size run each, so that a plain form can send it. `place` keeps the ids apart where
 * a product stands twice on a page. Boxes stay where they are whatever sells out.
 */
export function choiceHtml(view: ProductView, place: string): Html {
  const [only] = view.variants
  if (only && view.variants.length === 1)
    return html`<input type="hidden" name="variant" value="${only.id}" />`
  const row = rowOption(view)
  const rows = Map.groupBy(view.variants, ({ choice }) => others(choice, row))
  return html`${[...rows].map(
    ([name, variants]) =>
      html`<fieldset class="choice"><legend>${[name, view.options[row]?.name].filter(Boolean).join(' · ')}</legend>${variants.map(
        (variant) => radio(view, variant, variant.choice[row] ?? '', place),
      )}</fieldset>`,
  )}`
}

function radio(view: ProductView, variant: Variant, name: string, place: string): Html {
  const note = isForSale(view.state) ? pieceNote(variant) : ''
  const price = priceText(view.money, variant.priceMinor)
  const says = hasOnePrice(view.variants) ? note || price : [price, note].filter(Boolean).join(' · ')
  return html`<label><input type="radio" name="variant" value="${variant.id}" id="${place}-${variant.id}" required${isTakeable(view, variant) ? nothing : DISABLED} /><span><b>${name}</b>${freshHtml('small', `${place}-${variant.id}`, says)}</span></label>`
}

const DISABLED = html` disabled`

/** Centred words that change are another element each time, so that none is seen to slide to its new place. */
function freshHtml(tag: 'small' | 'span', id: string, words: string): Html {
  const own = `${id}-${words.replaceAll(/\W+/g, '')}`
  return tag === 'small' ? html`<small id="${own}">${words}</small>` : html`<span id="${own}">${words}</span>`
}

const isTakeable = ({ state }: ProductView, { stock }: Variant): boolean =>
  isForSale(state) && leftOf(stock) > 0

export interface BuyForm {
  /** Keeps ids apart. */
  place: string
  button: { words: string; works: boolean }
  /** Between the choice and the button. */
  fields?: Fragment
}

/** Works without script: the cart's door answers with the cart. */
export const buyForm = (view: ProductView, { place, button, fields = nothing }: BuyForm): Html =>
  html`<form class="buy" method="post" action="/cart/lines" data-chunk="shop">${choiceHtml(view, place)}<p class="buy-do">${fields}<button class="button" id="${place}-do-${view.id}"${button.works ? nothing : DISABLED}>${freshHtml('span', `${place}-says-${view.id}`, button.words)}</button></p><p class="buy-says" role="status" data-own></p></form>`

/** So many of a thing most people want at once; more are taken in the cart. */
const OFFERED = [1, 2, 3, 4, 5, 6, 7, 8, 9]

export const quantityField = ({ id }: ProductView, place: string): Html =>
  html`<label class="buy-many" for="${place}-many-${id}"><span class="sr">How many</span><select name="quantity" id="${place}-many-${id}">${OFFERED.map((n) => html`<option>${n}</option>`)}</select></label>`
