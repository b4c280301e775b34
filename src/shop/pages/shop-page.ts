import { html, type Html } from '../../platform/html.ts'
import type { PageContent, PageRoute } from '../../platform/http/page.ts'
import { region } from '../../platform/live/regions.ts'
import { isId } from '../product.ts'
import { readOffered } from '../read-catalogue.ts'
import { offeredHtml, ON_SHOP_PAGE } from '../regions-catalogue.ts'

const DESCRIPTION = 'What is for sale now, what opens next, and how many are left.'

export const shopPage: PageRoute = {
  path: '/shop',
  module: 'shop',
  query: ['after'],
  build: async (reading, _params, { after }) => {
    if (after === undefined) return { kind: 'page', content: contentOf('Shop', '/shop', first) }
    if (!isId(after)) return { kind: 'missing' }
    const { items, next } = await readOffered(reading, ON_SHOP_PAGE, { after })
    if (items.length === 0) return { kind: 'missing' }
    return {
      kind: 'page',
      content: contentOf('Shop: more', `/shop?after=${after}`, older(offeredHtml(items, next)), true),
    }
  },
}

const first = html`<h1>Shop</h1><div class="shop-open">${region('shop/open')}</div><section aria-labelledby="shop-all"><h2 id="shop-all">Everything</h2><div class="shop-all">${region('shop/products')}</div></section>`

const older = (list: Html): Html =>
  html`<h1><a href="/shop">Shop</a></h1><section aria-labelledby="shop-all"><h2 id="shop-all">Everything</h2><div class="shop-all">${list}</div></section>`

const contentOf = (title: string, canonical: string, inner: Html, noindex = false): PageContent => ({
  title,
  description: DESCRIPTION,
  canonical,
  section: '/shop',
  look: 'shop',
  sheet: 'shop-pages',
  noindex,
  body: html`<div class="wrap shop-page">${inner}</div>`,
})
