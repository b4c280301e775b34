import { audit, type Person, requireRight } from '../people/public.ts'
import { claimAddress } from '../platform/address-store.ts'
import type { Platform } from '../platform/platform.ts'
import { freeSlug, slugOf } from '../platform/slug.ts'
import { type Product, productPath } from './product.ts'
import { findProduct } from './product-store.ts'
import { insertProduct, insertVariant, isProductSlugTaken } from './product-write-store.ts'
import {
  noProduct,
  productFields,
  requirePictures,
  requireWhole,
  subjectOfProduct,
  touchProduct,
} from './product-writing.ts'
import { ProductInput } from './wire-catalogue.ts'

/** A product with its variants, of each of which there are none until stock is received. */
export async function createProduct(p: Platform, person: Person, given: ProductInput): Promise<Product> {
  requireRight(person, 'shop.manage')
  const input = ProductInput.parse(given)
  requireWhole(input)
  return p.write(async (w) => {
    await requirePictures(w, input.pictures)
    const slug =
      input.slug ?? (await freeSlug(slugOf(input.title, 'product'), (wish) => isProductSlugTaken(w, wish)))
    const id = await insertProduct(w, productFields(input, slug))
    for (const [i, variant] of input.variants.entries()) await insertVariant(w, id, i, variant)
    if (input.status !== 'draft') await claimAddress(w, productPath({ slug }), subjectOfProduct(id))
    touchProduct(w, id)
    await audit(w, person, 'product.create', subjectOfProduct(id), { title: input.title })
    const made = await findProduct(w, id)
    if (!made) throw noProduct()
    return made
  })
}
