import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/platform/config.ts'
import { createLogger } from '../../src/platform/logger.ts'
import { Platform } from '../../src/platform/platform.ts'
import { testDatabase } from './test-database.ts'

export interface TestPlatform {
  p: Platform
  close(): Promise<void>
}

/** A platform on a fresh database of its own, its change log running; jobs are started by the tests that want them. */
export async function testPlatform(environment: Record<string, string> = {}): Promise<TestPlatform> {
  const database = await testDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'pressbox-test-'))
  const config = readConfig({ PRESSBOX_DATA: dataDir, ...environment })
  const p = new Platform(config, database.url, createLogger('silent'))
  await p.start()
  return {
    p,
    close: async () => {
      await p.stop()
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
