import type { Screen } from '../../kit/screen.ts'

export { useShopTonight } from './use-shop-tonight.ts'

const products: readonly Screen[] = [
  {
    path: '/shop/products',
    title: 'Products',
    right: 'shop.manage',
    module: 'shop',
    nav: { group: 'desk', order: 26, shortcut: 'g d' },
    load: async () => (await import('./products-screen.tsx')).ProductsScreen,
  },
  {
    path: '/shop/products/new',
    title: 'New product',
    right: 'shop.manage',
    module: 'shop',
    load: async () => (await import('./new-product-screen.tsx')).NewProductScreen,
  },
  {
    path: '/shop/products/$id',
    title: 'Product',
    right: 'shop.manage',
    module: 'shop',
    load: async () => (await import('./product-screen.tsx')).ProductScreen,
  },
]

const collections: readonly Screen[] = [
  {
    path: '/shop/collections',
    title: 'Collections',
    right: 'studio.open',
    module: 'shop',
    nav: { group: 'desk', order: 27, shortcut: 'g c' },
    load: async () => (await import('./collections-screen.tsx')).CollectionsScreen,
  },
  {
    path: '/shop/collections/new',
    title: 'New collection',
    right: 'shop.manage',
    module: 'shop',
    load: async () => (await import('./new-collection-screen.tsx')).NewCollectionScreen,
  },
  {
    path: '/shop/collections/$id',
    title: 'Collection',
    right: 'studio.open',
    module: 'shop',
    load: async () => (await import('./collection-screen.tsx')).CollectionScreen,
  },
  {
    path: '/shop/collections/$id/board',
    title: 'Board of a drop',
    right: 'order.manage',
    module: 'shop',
    load: async () => (await import('./drop-screen.tsx')).DropScreen,
  },
]

const orders: readonly Screen[] = [
  {
    path: '/shop/orders',
    title: 'Orders',
    right: 'order.manage',
    module: 'shop',
    nav: { group: 'desk', order: 28, shortcut: 'g o' },
    load: async () => (await import('./orders-screen.tsx')).OrdersScreen,
  },
  {
    path: '/shop/orders/$id',
    title: 'Order',
    right: 'order.manage',
    module: 'shop',
    load: async () => (await import('./order-screen.tsx')).OrderScreen,
  },
  {
    path: '/shop/checkout',
    title: 'Checkout',
    right: 'order.manage',
    module: 'shop',
    load: async () => (await import('./checkout-screen.tsx')).CheckoutScreen,
  },
]

export const shopScreens: readonly Screen[] = [...products, ...collections, ...orders]
