import { html, type Html, nothing } from '../../platform/html.ts'
import type { PageContent } from '../../platform/http/page.ts'
import { region } from '../../platform/live/regions.ts'

/** What is said above a cart. */
export interface Notice {
  says: string
  isProblem?: boolean
  /** Puts back what was taken out. */
  undo?: { variantId: string; quantity: number }
}

export const noticeHtml = (notice: Notice | null): Html =>
  notice
    ? html`<div class="notice${notice.isProblem ? ' is-problem' : ''}" role="${notice.isProblem ? 'alert' : 'status'}"><p>${notice.says}</p>${notice.undo ? undoHtml(notice.undo) : nothing}</div>`
    : nothing

const undoHtml = ({ variantId, quantity }: { variantId: string; quantity: number }): Html =>
  html`<form method="post" action="/cart/lines"><input type="hidden" name="variant" value="${variantId}"><input type="hidden" name="quantity" value="${quantity}"><button class="plain">Undo</button></form>`

const page = { description: '', section: '/shop', look: 'shop', sheet: 'checkout', noindex: true } as const

/** `view`: the cart's signed id for its live part; null: there is none yet. */
export const cartPage = (view: string | null, notice: Notice | null): PageContent => ({
  ...page,
  title: 'Your cart',
  canonical: '/cart',
  body: html`<div class="wrap cart"><h1>Your cart</h1>${noticeHtml(notice)}${
    view
      ? region(`cart:${view}/lines`)
      : html`<p class="cart-none">Your cart is empty.</p><p><a class="button" href="/shop">Go to the shop</a></p>`
  }</div>`,
})

/** `view`: the order's signed id for its live part. */
export const orderPage = (view: string, notice: Notice | null): PageContent => ({
  ...page,
  title: 'Your order',
  canonical: '/orders',
  body: html`<article class="wrap order">${noticeHtml(notice)}${region(`order:${view}/state`)}<p class="small">This page is yours alone: whoever has its address sees your order. It keeps itself up to date.</p></article>`,
})

export const noOrderPage = (): PageContent => ({
  ...page,
  title: 'No such order',
  canonical: '/orders',
  body: html`<div class="wrap order"><h1>No such order</h1><p>This link does not open an order. Take the one in the mail about it, whole.</p></div>`,
})

export const problemPage = (says: string): PageContent => ({
  ...page,
  title: 'This did not work',
  canonical: '/cart',
  body: html`<div class="wrap cart"><h1>This did not work</h1>${noticeHtml({ says, isProblem: true })}<p><a class="button" href="/cart">To your cart</a></p></div>`,
})
