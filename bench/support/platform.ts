import { readConfig } from '../../src/platform/config.ts'
import { createLogger } from '../../src/platform/logger.ts'
import { Platform } from '../../src/platform/platform.ts'
import { wire } from '../../src/wiring.ts'
import type { BenchDatabase } from './database.ts'

/** The use cases' own hand on the database and the folder of a site: for sowing, past its doors. `db.close()` lets it go. */
export function benchPlatform({ url, dir }: BenchDatabase): Platform {
  const p = new Platform(readConfig({ PRESSBOX_DATA: dir }), url, createLogger('silent'))
  // Nothing listens, and no job runs here: it is known which there are.
  wire(p)
  return p
}
