import type { Screen } from '../../kit/screen.ts'

export const shopScreens: readonly Screen[] = [
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
