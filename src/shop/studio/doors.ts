// The addresses of the shop's doors, in one place.
const API = '/api/v1'

export const DOORS = {
  deskProducts: `${API}/desk/products`,
  deskProduct: (id: string) => `${API}/desk/products/${id}`,
  products: `${API}/products`,
  product: (id: string) => `${API}/products/${id}`,
  movements: (variantId: string) => `${API}/variants/${variantId}/movements`,
  deskMovements: (variantId: string) => `${API}/desk/variants/${variantId}/movements?limit=100`,
  deskCollections: `${API}/desk/collections`,
  deskCollection: (id: string) => `${API}/desk/collections/${id}`,
  collections: `${API}/collections`,
  collection: (id: string) => `${API}/collections/${id}`,
  pause: (collectionId: string) => `${API}/collections/${collectionId}/pause`,
  drop: (collectionId: string) => `${API}/drops/${collectionId}`,
  orders: `${API}/desk/orders`,
  order: (id: string) => `${API}/desk/orders/${id}`,
  orderActions: (id: string) => `${API}/desk/orders/${id}/actions`,
  refunds: (orderId: string) => `${API}/desk/orders/${orderId}/refunds`,
  counts: `${API}/desk/order-counts`,
  exceptions: `${API}/desk/order-exceptions`,
  resolve: (exceptionId: string) => `${API}/desk/order-exceptions/${exceptionId}/resolve`,
  checkout: `${API}/checkout-settings`,
} as const

/** Stock moves with every order, the list of products does not. */
export const PRODUCT_TOPICS = ['desk:products', 'desk:product:*']
export const COLLECTION_TOPICS = ['desk:collections', ...PRODUCT_TOPICS]
export const CHECKOUT_TOPICS = ['settings:checkout', 'settings:brand']
