import type { Source } from '../platform/db/database.ts'
import type { CardChoice, CardKind } from '../platform/live/cards.ts'
import { findCollection, searchCollections } from './collection-store.ts'
import { findProduct, listDeskProducts } from './product-store.ts'
import { isId } from './product.ts'

const CHOICES = 8

/** `product.<uuid>` or `collection.<uuid>`, as a story holds it. */
function parseRef(ref: string): { kind: 'product' | 'collection'; id: string } | null {
  const [kind, id = ''] = ref.split('.')
  return (kind === 'product' || kind === 'collection') && isId(id) ? { kind, id } : null
}

async function titleOf(source: Source, ref: string): Promise<CardChoice | null> {
  const parsed = parseRef(ref)
  if (!parsed) return null
  if (parsed.kind === 'product') {
    const product = await findProduct(source, parsed.id)
    return product ? { module: 'shop', id: ref, title: product.title, detail: product.type } : null
  }
  const collection = await findCollection(source, parsed.id)
  return collection ? { module: 'shop', id: ref, title: collection.title, detail: 'Collection' } : null
}

/** What stories show of the shop. What is hidden shows nothing until it opens. */
export const shopCards: CardKind = {
  regionOf: (ref) => {
    const parsed = parseRef(ref)
    return parsed ? `${parsed.kind}:${parsed.id}/card` : 'shop/no-card'
  },
  exists: async (source, ref) => (await titleOf(source, ref)) !== null,
  choices: async (source, text) => {
    // A reference stands in the card that an editor has already put in.
    const one = await titleOf(source, text)
    if (one) return [one]
    const products = await listDeskProducts(source, {
      text,
      status: undefined,
      after: undefined,
      limit: CHOICES,
    })
    const collections = await searchCollections(source, text, CHOICES)
    return [
      ...products.map(({ id, title, type }) => ({
        module: 'shop',
        id: `product.${id}`,
        title,
        detail: type,
      })),
      ...collections.map(({ id, title }) => ({
        module: 'shop',
        id: `collection.${id}`,
        title,
        detail: 'Collection',
      })),
    ]
  },
}
