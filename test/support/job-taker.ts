import { readConfig } from '../../src/platform/config.ts'
import { createLogger } from '../../src/platform/logger.ts'
import { Platform } from '../../src/platform/platform.ts'

// A process that takes a job and never ends it, for tests that kill it: job-taker.ts DATABASE_URL DATA_FOLDER.
const [url = '', dataDir = ''] = process.argv.slice(2)
const p = new Platform(readConfig({ PRESSBOX_DATA: dataDir }), url, createLogger('silent'))
p.jobs.handle({
  linger: async () => {
    process.stdout.write('taken\n')
    await new Promise(() => undefined)
  },
})
await p.start()
await p.jobs.start()
