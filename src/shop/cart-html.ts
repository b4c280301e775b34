import { pictureHtml, type PictureRef } from '../footage/public.ts'
import { html, type Html, nothing } from '../platform/html.ts'
import { type BrandMoney, sumText } from './brand-money.ts'
import { type CartLineView, type CartView, problemWords } from './cart-view.ts'
import { MAX_QUANTITY } from './wire-catalogue.ts'

export type Pictures = ReadonlyMap<string, PictureRef>

/** What is in the cart, as it is now. */
export function cartHtml(cart: CartView, money: BrandMoney, pictures: Pictures): Html {
  if (cart.lines.length === 0)
    return html`<p class="cart-none">Your cart is empty.</p><p><a class="button" href="/shop">Go to the shop</a></p>`
  const goods = cart.lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
  return html`<ul class="cart-lines">${cart.lines.map((line) => lineHtml(line, money, pictures))}</ul>
    <p class="cart-sum"><span>${cart.pieces === 1 ? '1 piece' : `${cart.pieces} pieces`}</span><b class="num">${sumText(money, goods)}</b></p>
    <p class="small">Shipping and taxes come at the checkout. Nothing is kept for you before you order.</p>
    ${
      cart.ready
        ? html`<p class="cart-go"><a class="button" href="/checkout">To the checkout</a></p>`
        : html`<p class="cart-go" role="status"><span class="button is-off">To the checkout</span> <span class="problem">Put right what is marked above first.</span></p>`
    }`
}

function lineHtml(line: CartLineView, money: BrandMoney, pictures: Pictures): Html {
  const { variantId, title, variant, path, quantity, price, problem } = line
  const picture = pictures.get(line.pictures[0] ?? '')
  const words = problemWords(line) ?? priceWords(line, money)
  const fixed = problem === 'gone' || problem === 'sold-out'
  return html`<li class="cart-line${problem ? ' is-off' : ''}"><span class="pic pic-1x1">${
    picture ? pictureHtml({ ...picture, alt: '' }, { sizes: '96px', ratio: '1:1' }) : nothing
  }</span><div class="cart-what"><h2><a href="${path}">${title}</a></h2><p class="small">${variant}</p><p class="problem" role="status">${words}</p></div>
    <p class="cart-price num">${sumText(money, price * quantity)}</p>
    <div class="cart-do">${
      fixed
        ? nothing
        : html`<form method="post" action="/cart/lines/${variantId}"><label><span class="sr">How many of ${title} ${variant}</span><input class="field" type="number" name="quantity" value="${quantity}" min="1" max="${MAX_QUANTITY}" inputmode="numeric" required id="many-${variantId}"></label><button class="plain" aria-label="Change the number of ${title} ${variant}">Change</button></form>`
    }<form method="post" action="/cart/lines/${variantId}/remove"><button class="plain" aria-label="Remove ${title} ${variant}">Remove</button></form></div></li>`
}

const priceWords = ({ price, seenPrice }: CartLineView, money: BrandMoney): string =>
  price === seenPrice ? '' : `The price is now ${sumText(money, price)}; it was ${sumText(money, seenPrice)}.`
