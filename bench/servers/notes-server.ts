// The platform alone with a page and a strip of a real site's size, as a process of its own.
import { readConfig } from '../../src/platform/config.ts'
import { createLogger } from '../../src/platform/logger.ts'
import { Platform } from '../../src/platform/platform.ts'
import { notesSite } from '../../test/support/notes-site.ts'
import { answer, monotonicMs } from '../support/child.ts'

const [url = '', dir = ''] = process.argv.slice(2)
const p = new Platform(readConfig({ PRESSBOX_DATA: dir }), url, createLogger('warn'))
await p.start()
const site = await notesSite(p)

answer(async ({ type, id, text }) => {
  switch (type) {
    case 'origin':
      return site.origin
    case 'collect':
      return global.gc?.()
    case 'readers':
      return p.hub.readers
    default:
      await site.set(String(id), String(text))
      return monotonicMs()
  }
})
