import type { Config } from './config.ts'

/** The address that readers use, without a slash at its end. */
export const publicUrl = ({ config }: { readonly config: Config }): string =>
  config.PUBLIC_URL ??
  `http://${/^(0\.0\.0\.0|::)$/.test(config.HOST) ? 'localhost' : config.HOST}:${config.PORT}`
