import { pictureHtml, type PictureOptions } from '../footage/public.ts'
import { html, type Html, nothing } from '../platform/html.ts'
import { buyForm, quantityField } from './choice-html.ts'
import { collectionPath } from './collection.ts'
import { priceWords } from './price-words.ts'
import { productPath } from './product.ts'
import type { ProductView } from './read-catalogue.ts'
import { buttonWords, percentLeft, stockNote } from './stock-words.ts'

/** A product without a picture keeps the picture's box, so that the page's shape never depends on it. */
const cover = (view: ProductView, options: PictureOptions): Html =>
  html`<a class="pic pic-1x1" href="${productPath(view)}" tabindex="-1" aria-hidden="true">${
    view.pictures[0] ? pictureHtml({ ...view.pictures[0], alt: '' }, options) : nothing
  }</a>`

/** How much is left of what was stocked, as a bar; the words beside it say it to everybody. */
export const barHtml = (percent: number): Html =>
  html`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect width="${percent}" height="6" /></svg>`

const noteHtml = (view: ProductView, otherwise: string): Html => {
  const { words, hot } = stockNote(view)
  return html`<p class="tile-note${hot ? ' hot' : ''}">${words || otherwise}</p>`
}

const TILE_SIZES = '(max-width: 720px) 46vw, 232px'

/** In lists: picture, name, price, how much is left. Two lines of a name at most, so that nothing moves when stock does. */
export const tileHtml = (view: ProductView): Html =>
  html`<article class="tile${view.state === 'on-sale' ? '' : ' is-out'}" data-swap>${cover(view, { sizes: TILE_SIZES, ratio: '1:1' })}<h3 class="tile-name"><a href="${productPath(view)}">${view.title}</a></h3><p class="tile-price num">${priceWords(view.money, view.variants)}</p>${barHtml(percentLeft(view))}${noteHtml(view, view.type)}</article>`

const CARD_SIZES = '(max-width: 720px) calc(100vw - 32px), 220px'

/** In stories: what it is, what it costs, what is left, and bought in place. */
export const cardHtml = (view: ProductView): Html =>
  html`<aside class="shop-card" aria-label="From the shop: ${view.title}">${cover(view, { sizes: CARD_SIZES, ratio: '1:1' })}<div><p class="tile-price num">${priceWords(view.money, view.variants)}</p><p class="shop-card-name"><a href="${productPath(view)}">${view.title}</a></p>${barHtml(percentLeft(view))}${noteHtml(view, view.type)}${buyForm(view, { place: 'card', button: buttonWords(view, 'Buy') })}</div></aside>`

/** The head of a product's page. */
export const headHtml = (view: ProductView): Html =>
  html`<p class="kicker">${view.type}${view.collection ? html` · <a href="${collectionPath(view.collection)}">${view.collection.title}</a>` : nothing}</p><h1 data-hold>${view.title}</h1><p class="product-price num">${priceWords(view.money, view.variants)}</p>`

/** What is bought on a product's page. */
export const buyHtml = (view: ProductView): Html =>
  html`${barHtml(percentLeft(view))}<p class="tile-note${stockNote(view).hot ? ' hot' : ''}" role="status">${stockNote(view).words || 'In stock'}</p>${buyForm(view, { place: 'buy', button: buttonWords(view, 'Add to cart'), fields: quantityField(view, 'buy') })}`

const PAGE_SIZES = '(max-width: 720px) calc(100vw - 32px), 690px'

/** All pictures, the first one large. */
export const picturesHtml = ({ pictures, title }: ProductView): Html => {
  const [first, ...more] = pictures
  return html`<div class="pic pic-1x1">${first ? pictureHtml({ ...first, alt: first.alt || title }, { sizes: PAGE_SIZES, ratio: '1:1', eager: true }) : nothing}</div>${
    more.length > 0
      ? html`<ul class="product-more">${more.map((picture) => html`<li class="pic pic-1x1">${pictureHtml(picture, { sizes: '(max-width: 720px) 46vw, 335px', ratio: '1:1' })}</li>`)}</ul>`
      : nothing
  }`
}

export const aboutHtml = ({ description }: ProductView): Html =>
  html`${description
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => html`<p>${part}</p>`)}`
