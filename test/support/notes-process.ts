// Run as a process of its own by the load tests: the notes site of a database, until it is told to stop.
import { readConfig } from '../../src/platform/config.ts'
import { createLogger } from '../../src/platform/logger.ts'
import { Platform } from '../../src/platform/platform.ts'
import { notesSite } from './notes-site.ts'

const [url = '', dataDir = ''] = process.argv.slice(2)
const p = new Platform(readConfig({ PRESSBOX_DATA: dataDir }), url, createLogger('warn'))
await p.start()
const site = await notesSite(p)
process.on('SIGTERM', () => {
  p.hub.drain()
  setTimeout(() => process.exit(0), 2000)
})
process.send?.(site.origin)
