import type { Person } from '../people/public.ts'
import type { Module } from '../platform/module.ts'
import type { Platform } from '../platform/platform.ts'
import { publicUrl } from '../platform/public-url.ts'
import { catalogueEndpoints } from './api-catalogue.ts'
import { shopCards } from './cards.ts'
import { collectionPage } from './pages/collection-page.ts'
import { productPage } from './pages/product-page.ts'
import { shopPage } from './pages/shop-page.ts'
import { catalogueRegions } from './regions-catalogue.ts'

export { changeStock } from './change-stock.ts'
export { createCollection } from './create-collection.ts'
export { createProduct } from './create-product.ts'
export { findPictureUsesInShop } from './find-picture-uses.ts'
export { pauseCollection } from './pause-collection.ts'
export { type CollectionPromo, promoOfCollection } from './promo-of-collection.ts'
export { searchProducts } from './read-catalogue.ts'
export { readShopPaths } from './shop-paths.ts'
export { updateCollection } from './update-collection.ts'

export function shopModule(p: Platform): Module<Person> {
  const siteUrl = publicUrl(p)
  return {
    name: 'shop',
    endpoints: catalogueEndpoints(p),
    pages: [shopPage, collectionPage(siteUrl), productPage(siteUrl)],
    regions: catalogueRegions,
    cards: shopCards,
  }
}
