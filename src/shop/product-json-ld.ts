import type { BreadcrumbList, ItemAvailability, ItemList, Offer, Product, ProductGroup } from 'schema-dts'
import { shareImageUrl } from '../footage/public.ts'
import { decimalText } from './brand-money.ts'
import { collectionPath } from './collection.ts'
import { isForSale, productPath, type Variant } from './product.ts'
import type { CollectionView, ProductView } from './read-catalogue.ts'
import { leftOf } from './stock.ts'

type Thing<T> = Exclude<T, string>

function availability({ state }: ProductView, { stock }: Variant): ItemAvailability {
  if (state === 'archived') return 'https://schema.org/Discontinued'
  return isForSale(state) && leftOf(stock) > 0
    ? 'https://schema.org/InStock'
    : 'https://schema.org/OutOfStock'
}

const offerOf = (view: ProductView, variant: Variant, url: string): Thing<Offer> => ({
  '@type': 'Offer',
  url,
  price: decimalText(view.money, variant.priceMinor),
  priceCurrency: view.money.currency,
  availability: availability(view, variant),
  itemCondition: 'https://schema.org/NewCondition',
})

/** schema.org's own properties of what varies; other options are said in the name. */
const PROPERTIES: Record<string, 'size' | 'color' | 'material' | 'pattern'> = {
  size: 'size',
  color: 'color',
  colour: 'color',
  material: 'material',
  pattern: 'pattern',
}

const propertyOf = (name: string) => PROPERTIES[name.toLowerCase()]

function variantOf(view: ProductView, variant: Variant, url: string): Thing<Product> {
  const varies = view.options.flatMap(({ name }, i) => {
    const property = propertyOf(name)
    return property ? [[property, variant.choice[i] ?? '']] : []
  })
  return {
    '@type': 'Product',
    name: [view.title, ...variant.choice].join(', '),
    sku: variant.sku,
    ...Object.fromEntries(varies),
    offers: offerOf(view, variant, url),
  }
}

/** A product as search engines read it, as its readers may know it. */
export function productJsonLd(view: ProductView, siteUrl: string): object[] {
  const url = siteUrl + productPath(view)
  const said = {
    '@id': `${url}#product`,
    name: view.title,
    description: view.description || view.title,
    category: view.type,
    url,
    brand: { '@id': `${siteUrl}/#organization` },
    ...(view.pictures.length > 0 && {
      image: view.pictures.map((picture) => new URL(shareImageUrl(picture), siteUrl).href),
    }),
  }
  const [only] = view.variants
  const isOne = view.variants.length === 1 && only
  const product: Omit<Thing<Product>, '@type'> & { '@type': 'Product' } = {
    '@type': 'Product',
    ...said,
    ...(isOne && { sku: only.sku, offers: offerOf(view, only, url) }),
  }
  const group: Omit<Thing<ProductGroup>, '@type'> & { '@type': 'ProductGroup' } = {
    '@type': 'ProductGroup',
    ...said,
    productGroupID: view.id,
    variesBy: view.options.map(({ name }) => {
      const property = propertyOf(name)
      return property ? `https://schema.org/${property}` : name
    }),
    hasVariant: view.variants.map((variant) => variantOf(view, variant, url)),
  }
  return [isOne ? product : group, breadcrumbs(view.title, productPath(view), siteUrl)]
}

/** A collection's products in order: none before it opens. */
export function collectionJsonLd(
  view: CollectionView,
  products: readonly ProductView[],
  siteUrl: string,
): object[] {
  const list: Thing<ItemList> = {
    '@type': 'ItemList',
    '@id': `${siteUrl}${collectionPath(view)}#products`,
    name: view.title,
    numberOfItems: products.length,
    itemListElement: products.map((product, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      url: siteUrl + productPath(product),
      name: product.title,
    })),
  }
  const crumbs = breadcrumbs(view.title, collectionPath(view), siteUrl)
  return products.length > 0 ? [list, crumbs] : [crumbs]
}

const breadcrumbs = (title: string, path: string, siteUrl: string): Thing<BreadcrumbList> => ({
  '@type': 'BreadcrumbList',
  itemListElement: [
    { '@type': 'ListItem', position: 1, name: 'Home', item: `${siteUrl}/` },
    { '@type': 'ListItem', position: 2, name: 'Shop', item: `${siteUrl}/shop` },
    { '@type': 'ListItem', position: 3, name: title, item: siteUrl + path },
  ],
})
