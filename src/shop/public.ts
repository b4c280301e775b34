import type { Person } from '../people/public.ts'
import type { PersonalPage } from '../platform/http/page.ts'
import type { Module } from '../platform/module.ts'
import type { Platform } from '../platform/platform.ts'
import { publicUrl } from '../platform/public-url.ts'
import { catalogueEndpoints } from './api-catalogue.ts'
import { shopCards } from './cards.ts'
import { orderParts } from './order-module.ts'
import { collectionPage } from './pages/collection-page.ts'
import { productPage } from './pages/product-page.ts'
import { shopPage } from './pages/shop-page.ts'
import { catalogueRegions } from './regions-catalogue.ts'

export { changeStock } from './change-stock.ts'
export { createCollection } from './create-collection.ts'
export { createProduct } from './create-product.ts'
export { findCollection, findCollectionBySlug } from './collection-store.ts'
export { findPictureUsesInShop } from './find-picture-uses.ts'
export { orderForPickup } from './order-for-pickup.ts'
export { pauseCollection } from './pause-collection.ts'
export { promoOfCollection } from './promo-of-collection.ts'
export { tilesHtml as tilesOf } from './collection-html.ts'
export { findProductBySlug } from './product-store.ts'
export { searchProducts } from './read-catalogue.ts'
export { readShopPaths } from './shop-paths.ts'
export { updateCheckoutSettings } from './update-checkout-settings.ts'
export { updateCollection } from './update-collection.ts'

export function shopModule(p: Platform, personal: PersonalPage): Module<Person> {
  const siteUrl = publicUrl(p)
  const orders = orderParts(p, personal)
  return {
    name: 'shop',
    endpoints: [...catalogueEndpoints(p), ...orders.endpoints],
    pages: [shopPage, collectionPage(siteUrl), productPage(siteUrl)],
    regions: { ...catalogueRegions, ...orders.regions },
    jobs: orders.jobs,
    repeated: orders.repeated,
    cards: shopCards,
  }
}
