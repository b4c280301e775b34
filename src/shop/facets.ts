import { slugOf } from '../platform/slug.ts'
import type { Option } from './wire-catalogue.ts'

/** What the facets need to know of a product. */
export interface Faceted {
  type: string
  typeSlug: string
  options: readonly Option[]
}

/** Slugs; `null`: all. */
export interface Facet {
  type: string | null
  size: string | null
}

export const NO_FACET: Facet = { type: null, size: null }

export interface FacetValue {
  slug: string
  label: string
  count: number
}

const sizesOf = ({ options }: Faceted): { slug: string; label: string }[] =>
  (options.find(({ name }) => name.toLowerCase() === 'size')?.values ?? []).map((label) => ({
    slug: slugOf(label, 'size'),
    label,
  }))

const hasType = (product: Faceted, { type }: Facet): boolean => type === null || product.typeSlug === type

const hasSize = (product: Faceted, { size }: Facet): boolean =>
  size === null || sizesOf(product).some(({ slug }) => slug === size)

export const chosenBy = <P extends Faceted>(products: readonly P[], facet: Facet): P[] =>
  products.filter((product) => hasType(product, facet) && hasSize(product, facet))

function count(values: { slug: string; label: string }[]): FacetValue[] {
  const found = new Map<string, FacetValue>()
  for (const { slug, label } of values)
    found.set(slug, {
      slug,
      label: found.get(slug)?.label ?? label,
      count: (found.get(slug)?.count ?? 0) + 1,
    })
  return [...found.values()]
}

/** Every type, with how many products of the chosen size it has, in the order of the products. */
export function typeFacet(products: readonly Faceted[], facet: Facet): FacetValue[] {
  const all = count(products.map(({ type, typeSlug }) => ({ slug: typeSlug, label: type })))
  return recount(
    all,
    count(
      chosenBy(products, { ...facet, type: null }).map(({ type, typeSlug }) => ({
        slug: typeSlug,
        label: type,
      })),
    ),
  )
}

/** Every size, with how many products of the chosen type have it. */
export function sizeFacet(products: readonly Faceted[], facet: Facet): FacetValue[] {
  return recount(
    count(products.flatMap(sizesOf)),
    count(chosenBy(products, { ...facet, size: null }).flatMap(sizesOf)),
  )
}

const recount = (all: FacetValue[], now: FacetValue[]): FacetValue[] =>
  all.map((value) => ({ ...value, count: now.find(({ slug }) => slug === value.slug)?.count ?? 0 }))

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** `null`: what stands in the address is no facet. */
export function parseFacet({
  type,
  size,
}: {
  type?: string | undefined
  size?: string | undefined
}): Facet | null {
  const isFine = [type, size].every((slug) => slug === undefined || (slug.length <= 40 && SLUG.test(slug)))
  return isFine ? { type: type ?? null, size: size ?? null } : null
}

export const facetQuery = ({ type, size }: Facet): string => {
  const query = new URLSearchParams({ ...(type && { type }), ...(size && { size }) }).toString()
  return query && `?${query}`
}

/** As a part of a region's key: `<id>~hats~m`. */
export const facetKey = (id: string, { type, size }: Facet): string =>
  type === null && size === null ? id : `${id}~${type ?? ''}~${size ?? ''}`

export function parseFacetKey(key: string): { id: string; facet: Facet | null } {
  const [id = '', type, size] = key.split('~')
  return { id, facet: parseFacet({ type: type || undefined, size: size || undefined }) }
}
