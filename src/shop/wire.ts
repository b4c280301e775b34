/** The JSON of the shop's doors. */
export * from './wire-catalogue.ts'
export * from './wire-orders.ts'
