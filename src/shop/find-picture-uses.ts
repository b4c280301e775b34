import type { FindUses } from '../footage/public.ts'
import { collectionsShowing } from './collection-store.ts'
import { productsShowing } from './product-store.ts'

export const findPictureUsesInShop: FindUses = async (source, pictureId) => [
  ...(await productsShowing(source, pictureId)).map(({ id, title }) => ({
    title,
    path: `/studio/shop/products/${id}`,
  })),
  ...(await collectionsShowing(source, pictureId)).map(({ id, title }) => ({
    title,
    path: `/studio/shop/collections/${id}`,
  })),
]
