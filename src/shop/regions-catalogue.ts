import { brandClock } from '../platform/brand-clock.ts'
import { html, type Html, nothing } from '../platform/html.ts'
import type { Reading } from '../platform/live/reading.ts'
import type { RegionRenderer } from '../platform/live/regions.ts'
import { collectionBand, collectionHead, shutTiles, tilesHtml } from './collection-html.ts'
import { collectionPath } from './collection.ts'
import { chosenBy, NO_FACET, parseFacetKey } from './facets.ts'
import { facetsHtml } from './facets-html.ts'
import { aboutHtml, buyHtml, cardHtml, headHtml, picturesHtml, tileHtml } from './product-html.ts'
import { isId } from './product.ts'
import {
  type CollectionView,
  type ProductView,
  readCollection,
  readCurrentCollections,
  readOffered,
  readProduct,
  readProductsOf,
} from './read-catalogue.ts'

export const ON_SHOP_PAGE = 24
/** Places on the shelf of the front page. */
const SHELF = 5

const ofProduct =
  (draw: (view: ProductView) => Html): RegionRenderer =>
  async (reading, id) => {
    const view = isId(id) ? await readProduct(reading, id) : null
    return view && draw(view)
  }

const ofCollection =
  (draw: (reading: Reading, view: CollectionView) => Promise<Html | null>): RegionRenderer =>
  async (reading, id) => {
    const view = isId(id) ? await readCollection(reading, id) : null
    return view && draw(reading, view)
  }

const head = ofCollection(async (reading, view) =>
  collectionHead(view, reading.now, await brandClock(reading)),
)

const card = ofCollection(
  async (reading, view) =>
    html`<aside class="shop-card" aria-label="Collection: ${view.title}">${collectionBand(view, reading.now, await brandClock(reading), 'p')}</aside>`,
)

/** Shut boxes before it opens, always as many; then all, or what the facet leaves. */
async function productsOf(reading: Reading, key: string): Promise<Html | null> {
  const { id, facet } = parseFacetKey(key)
  const view = isId(id) ? await readCollection(reading, id) : null
  if (!view) return null
  if (view.phase === 'announced') return html`<div class="facets"></div>${shutTiles(SHELF)}`
  const all = await readProductsOf(reading, view)
  const chosen = chosenBy(all, facet ?? NO_FACET)
  return html`<h2 class="sr">In it</h2>${facetsHtml(collectionPath(view), all, facet ?? NO_FACET)}${
    chosen.length > 0
      ? tilesHtml(chosen)
      : html`<p class="none">Nothing here is like that. <a href="${collectionPath(view)}">See all of it</a>.</p>`
  }`
}

async function open(reading: Reading): Promise<Html | null> {
  const all = await readCurrentCollections(reading)
  const clock = await brandClock(reading)
  const isOpenNow = ({ phase }: CollectionView): boolean => phase !== 'announced'
  const current = [...all.filter(isOpenNow), ...all.filter((view) => !isOpenNow(view)).toReversed()]
  return current.length === 0
    ? null
    : html`${current.map((view) => collectionBand(view, reading.now, clock))}`
}

async function offered(reading: Reading): Promise<Html> {
  const { items, next } = await readOffered(reading, ON_SHOP_PAGE)
  return offeredHtml(items, next)
}

export const offeredHtml = (items: readonly ProductView[], next: string | null): Html =>
  items.length === 0
    ? html`<p class="none">The shelves are empty just now. Come back soon.</p>`
    : html`${tilesHtml(items)}${next ? html`<p class="more"><a class="button" rel="next" href="/shop?after=${next}">More</a></p>` : nothing}`

/** The shelf of the front page: what opened last, else what opens next behind shut boxes, else what is new. */
async function now(reading: Reading): Promise<Html | null> {
  const clock = await brandClock(reading)
  const current = await readCurrentCollections(reading)
  const main = current.find(({ phase }) => phase !== 'announced') ?? current.at(-1)
  if (main) {
    const items = (await readProductsOf(reading, main)).slice(0, SHELF)
    const tiles = main.phase === 'announced' ? shutTiles(SHELF) : tilesHtml(items)
    return html`<section class="shop-now" aria-label="Shop">${collectionBand(main, reading.now, clock)}${tiles}</section>`
  }
  const { items } = await readOffered(reading, SHELF)
  if (items.length === 0) return null
  return html`<section class="shop-now" aria-label="Shop"><div class="drop-band"><h2><a href="/shop">From the shop</a></h2></div>${tilesHtml(items)}</section>`
}

export const catalogueRegions: Record<string, RegionRenderer> = {
  'product:*/card': ofProduct(cardHtml),
  'product:*/tile': ofProduct(tileHtml),
  'product:*/head': ofProduct(headHtml),
  'product:*/pictures': ofProduct(picturesHtml),
  'product:*/buy': ofProduct(buyHtml),
  'product:*/about': ofProduct(aboutHtml),
  'collection:*/head': head,
  'collection:*/card': card,
  'collection:*/products': productsOf,
  'shop/open': open,
  'shop/products': offered,
  'shop/now': now,
}
