import type { Platform } from '../platform/platform.ts'

/** The address that readers use, without a slash at its end: for what leaves the site, calendars and structured data. */
export const siteAddress = ({ config }: Pick<Platform, 'config'>): string =>
  (config.PUBLIC_URL ?? `http://localhost:${config.PORT}`).replace(/\/$/, '')
