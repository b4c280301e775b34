// The whole site as a process of its own, which also tells when its last commit was.
import { readConfig } from '../../src/platform/config.ts'
import { createLogger } from '../../src/platform/logger.ts'
import { ensureSetupLink } from '../../src/people/public.ts'
import { serve } from '../../src/serve.ts'
import { answer, monotonicMs } from '../support/child.ts'

const [url = '', dir = ''] = process.argv.slice(2)
const site = await serve(
  readConfig({ PRESSBOX_DATA: dir, PORT: '0', HOST: '127.0.0.1' }),
  url,
  createLogger('warn'),
)
const setupPath = (await ensureSetupLink(site.p)) ?? ''
await site.p.jobs.start()

let committed = { monotonic: 0, wall: 0 }
const { tail } = site.p
const announce = tail.announce.bind(tail)
tail.announce = () => {
  committed = { monotonic: monotonicMs(), wall: performance.timeOrigin + performance.now() }
  announce()
}

answer(({ type }) => {
  if (type === 'collect') global.gc?.()
  if (type === 'committed') return Promise.resolve(committed)
  return Promise.resolve({ url: site.url, setupPath, readers: site.p.hub.readers })
})
