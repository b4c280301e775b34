// The whole site as a process of its own, which also tells when its last commit was and how long a region takes.
import { readConfig } from '../../src/platform/config.ts'
import { createLogger } from '../../src/platform/logger.ts'
import { RecordedReading } from '../../src/platform/live/reading.ts'
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

/** Milliseconds that a region takes from the database. */
async function render(key: string): Promise<number> {
  const from = performance.now()
  const { html } = await site.p.regionKinds.render(key, new RecordedReading(site.p, site.p.clock.now()))
  if (!html) throw new Error(`There is nothing in ${key}.`)
  return performance.now() - from
}

answer(({ type, region }) => {
  if (type === 'render') return render(String(region))
  if (type === 'collect') global.gc?.()
  if (type === 'committed') return Promise.resolve(committed)
  return Promise.resolve({ url: site.url, setupPath, readers: site.p.hub.listening })
})
