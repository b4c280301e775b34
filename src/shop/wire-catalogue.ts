import { z } from 'zod'

/** The JSON of the catalogue: products, their variants and stock, collections. Prices are whole minor units of the brand's currency. */

const line = (max: number) => z.string().trim().min(1).max(max)
const text = (max: number) => z.string().trim().max(max)
const instant = z.iso.datetime({ offset: true })
const revision = z.int()

/** The dearest that is for sale: a million of a currency with cents. */
export const MAX_PRICE_MINOR = 100_000_000
export const MAX_VARIANTS = 100
/** Pieces that may be asked for in one line of a cart. */
export const MAX_QUANTITY = 99
export const MAX_PIECES = 10_000_000

export const Id = z.object({ id: z.uuid() })
export const IdOrSlug = z.object({ id: z.string().max(100) })

export const ShopSlug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'may have small letters, digits and single hyphens, such as goal-horn')

export const Minor = z.int('must be whole minor units, such as 2800 for $28.00').min(0).max(MAX_PRICE_MINOR)

/** For example `{ name: 'Size', values: ['S', 'M', 'L'] }`. */
export const Option = z.strictObject({ name: line(30), values: z.array(line(40)).min(1).max(50) })
export type Option = z.output<typeof Option>

export const VariantInput = z.strictObject({
  /** Left out: a new variant. */
  id: z.uuid().optional(),
  sku: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$/, 'may have letters, digits and . _ / - such as TEE-HORN-M'),
  /** One value for each option, in the order of the options. */
  choice: z.array(line(40)).max(3),
  priceMinor: Minor,
  weightGrams: z.int().min(0).max(1_000_000).default(0),
})
export type VariantInput = z.input<typeof VariantInput>

export const ProductStatus = z.enum(['draft', 'for-sale', 'archived'])
export type ProductStatus = z.infer<typeof ProductStatus>

/** `POST /api/v1/products`, and `PUT /api/v1/products/:id` with If-Match. Variants that are left out are retired. */
export const ProductInput = z.strictObject({
  slug: ShopSlug.optional(),
  title: line(120),
  /** In the plural, as facets and promos say it: "T-Shirts". */
  type: line(40),
  description: text(4000).default(''),
  options: z.array(Option).max(3).default([]),
  pictures: z.array(z.uuid()).max(12).default([]),
  status: ProductStatus.default('draft'),
  variants: z.array(VariantInput).min(1).max(MAX_VARIANTS),
})
export type ProductInput = z.input<typeof ProductInput>

/** What readers may do with a product now; `hidden` is told to nobody outside the studio. */
export const ProductState = z.enum(['hidden', 'on-sale', 'sold-out', 'paused', 'archived'])
export type ProductState = z.infer<typeof ProductState>

export const MovementKind = z.enum(['received', 'sold', 'returned', 'counted', 'correction'])
export type MovementKind = z.infer<typeof MovementKind>

/** `POST /api/v1/variants/:id/movements`: `counted` says how many there are, the others how many came or went. */
export const StockChange = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('received'),
    quantity: z.int().min(1).max(MAX_PIECES),
    reason: text(200).default(''),
  }),
  z.strictObject({
    kind: z.literal('counted'),
    onHand: z.int().min(0).max(MAX_PIECES),
    reason: text(200).default(''),
  }),
  z.strictObject({
    kind: z.literal('correction'),
    quantity: z
      .int()
      .min(-MAX_PIECES)
      .max(MAX_PIECES)
      .refine((pieces) => pieces !== 0, 'must not be 0'),
    reason: line(200),
  }),
])
export type StockChange = z.input<typeof StockChange>

export const StockJson = z.object({ onHand: z.int(), held: z.int(), left: z.int(), revision })
export const MovementJson = z.object({
  id: z.int(),
  kind: MovementKind,
  quantity: z.int(),
  reason: z.string(),
  /** Person id; null: Pressbox itself. */
  by: z.string().nullable(),
  orderId: z.uuid().nullable(),
  at: instant,
})
export type MovementJson = z.infer<typeof MovementJson>

export const PublicVariantJson = z.object({
  id: z.uuid(),
  sku: z.string(),
  choice: z.array(z.string()),
  priceMinor: z.int(),
  /** Whether one can be put into a cart now. */
  buyable: z.boolean(),
  /** How many are left, where it is few enough to say; null: plenty, or it cannot be bought. */
  left: z.int().nullable(),
})
export type PublicVariantJson = z.infer<typeof PublicVariantJson>

export const PublicProductJson = z.object({
  id: z.uuid(),
  slug: z.string(),
  path: z.string(),
  title: z.string(),
  type: z.string(),
  description: z.string(),
  options: z.array(Option),
  currency: z.string(),
  state: ProductState.exclude(['hidden']),
  variants: z.array(PublicVariantJson),
})
export type PublicProductJson = z.infer<typeof PublicProductJson>

export const CollectionPhase = z.enum(['hidden', 'announced', 'open', 'paused', 'closed'])
export type CollectionPhase = z.infer<typeof CollectionPhase>

export const PublicCollectionJson = z.object({
  id: z.uuid(),
  slug: z.string(),
  path: z.string(),
  title: z.string(),
  description: z.string(),
  phase: CollectionPhase.exclude(['hidden']),
  opensAt: instant,
  closesAt: instant.nullable(),
  /** Product ids in order; empty until it opens. */
  products: z.array(z.uuid()),
})
export type PublicCollectionJson = z.infer<typeof PublicCollectionJson>

export const DeskVariantJson = z.object({
  id: z.uuid(),
  sku: z.string(),
  choice: z.array(z.string()),
  priceMinor: z.int(),
  weightGrams: z.int(),
  retired: z.boolean(),
  stock: StockJson,
})
export type DeskVariantJson = z.infer<typeof DeskVariantJson>

export const DeskProductJson = z.object({
  id: z.uuid(),
  revision,
  slug: z.string(),
  path: z.string(),
  title: z.string(),
  type: z.string(),
  description: z.string(),
  options: z.array(Option),
  pictures: z.array(z.uuid()),
  /** A small rendition of the first picture. */
  preview: z.string().nullable(),
  status: ProductStatus,
  state: ProductState,
  currency: z.string(),
  variants: z.array(DeskVariantJson),
  collections: z.array(z.object({ id: z.uuid(), title: z.string(), phase: CollectionPhase })),
})
export type DeskProductJson = z.infer<typeof DeskProductJson>

/** A wall-clock time such as 2026-11-22T20:00, in the zone that stands beside it. */
const WallTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, 'must be a wall-clock time such as 2026-11-22T20:00')

/** `POST /api/v1/collections`, and `PUT /api/v1/collections/:id` with If-Match. */
export const CollectionInput = z.strictObject({
  slug: ShopSlug.optional(),
  title: line(80),
  description: text(2000).default(''),
  cover: z.uuid().nullable().default(null),
  zone: z.string().max(60),
  from: WallTime,
  /** `null`: it stays open. */
  until: WallTime.nullable().default(null),
  announced: z.boolean().default(false),
  products: z.array(z.uuid()).max(200).default([]),
})
export type CollectionInput = z.input<typeof CollectionInput>

export const DeskCollectionJson = z.object({
  id: z.uuid(),
  revision,
  slug: z.string(),
  path: z.string(),
  title: z.string(),
  description: z.string(),
  cover: z.uuid().nullable(),
  zone: z.string(),
  from: z.string(),
  until: z.string().nullable(),
  /** The same as instants. */
  opensAt: instant,
  closesAt: instant.nullable(),
  announced: z.boolean(),
  paused: z.boolean(),
  /** As readers have it now. */
  phase: CollectionPhase,
  products: z.array(
    z.object({ id: z.uuid(), title: z.string(), type: z.string(), state: ProductState, left: z.int() }),
  ),
})
export type DeskCollectionJson = z.infer<typeof DeskCollectionJson>

export const CollectionPause = z.strictObject({ paused: z.boolean() })

const limit = z.coerce.number().int().min(1).max(100).default(30)
const after = z.uuid().optional()
export const ProductQuery = z.object({ type: ShopSlug.optional(), after, limit })
export const DeskProductQuery = z.object({
  q: z.string().max(200).default(''),
  status: ProductStatus.optional(),
  after,
  limit,
})
export const ListQuery = z.object({ after, limit })
export const MovementQuery = z.object({ before: z.coerce.number().int().positive().optional(), limit })

const listOf = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), next: z.string().nullable() })
export const PublicProductList = listOf(PublicProductJson)
export const PublicCollectionList = listOf(PublicCollectionJson)
export const DeskProductList = listOf(DeskProductJson)
export const DeskCollectionList = listOf(DeskCollectionJson)
export const MovementList = z.object({ items: z.array(MovementJson), next: z.int().nullable() })
