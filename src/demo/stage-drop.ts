import { SYSTEM } from '../people/public.ts'
import { changeStock, findCollection, updateCollection } from '../shop/public.ts'
import { brand } from './content/brand.ts'
import { drop } from './content/shop.ts'
import type { Sower } from './sower.ts'
import { variantsOf, wallIn } from './sow-shop.ts'

/** At every start the drop is about to open; at later ones with what the printer has brought again. */
export async function stageDrop(sower: Sower, start: Date, restock: boolean): Promise<void> {
  const { p } = sower
  const { slug, title, description, announced, products, opensInSeconds, closesInSeconds } = drop
  const found = await findCollection(p, sower.idOf(`collection:${slug}`))
  if (!found) return
  for (const product of restock ? products : []) {
    const pieces = Object.values(product.stock)
    for (const [i, { id }] of (await variantsOf(sower, product.slug)).entries())
      await changeStock(p, SYSTEM, id, {
        kind: 'counted',
        onHand: pieces[i] ?? 0,
        reason: 'From the printer',
      })
  }
  await updateCollection(p, SYSTEM, found.id, found.revision, {
    slug,
    title,
    description,
    announced,
    zone: brand.timeZone,
    from: wallIn(start, opensInSeconds),
    until: closesInSeconds === null ? null : wallIn(start, closesInSeconds),
    products: products.map((product) => sower.idOf(`product:${product.slug}`)),
  })
}
