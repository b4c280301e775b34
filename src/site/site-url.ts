import type { Platform } from '../platform/platform.ts'

/** The address that readers use, without a slash at its end. */
export const siteUrl = ({ config }: Pick<Platform, 'config'>): string =>
  config.PUBLIC_URL ??
  `http://${/^(0\.0\.0\.0|::)$/.test(config.HOST) ? 'localhost' : config.HOST}:${config.PORT}`

/** A path of this site as a whole address; whole addresses stay. */
export const absolute = (base: string, address: string): string => new URL(address, `${base}/`).href
