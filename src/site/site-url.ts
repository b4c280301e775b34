/** A path of this site as a whole address; whole addresses stay. */
export const absolute = (base: string, address: string): string => new URL(address, `${base}/`).href
