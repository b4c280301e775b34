import type { Config } from './config.ts'

/** Addresses that mean this machine: they go by the name under which a browser lets passkeys and sessions work. */
const HERE = new Set(['0.0.0.0', '::', '127.0.0.1', '::1'])

/** The address that readers use, without a slash at its end. */
export const publicUrl = ({ config }: { readonly config: Config }, port: number = config.PORT): string =>
  config.PUBLIC_URL ?? `http://${HERE.has(config.HOST) ? 'localhost' : config.HOST}:${port}`
