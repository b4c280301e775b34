import { sowStories } from '../test/support/many-stories.ts'
import { residentBytes } from './support/child.ts'
import { type BenchDatabase, benchDatabase } from './support/database.ts'
import { alternate, median, medianRatio, report, type Row } from './support/report.ts'
import { type BenchSite, benchSite } from './support/site.ts'
import { requireTools } from './support/tools.ts'

const FEW = 100
const MANY = 100_000
const RUNS = 15
const MEGABYTE = 1 << 20

requireTools('taskset')

interface Sown {
  database: BenchDatabase
  site: BenchSite
  startSeconds: number
}

let published = 0

const few = await sow(FEW)
const many = await sow(MANY)
const publishing = await alternate(
  { '100 stories': () => untilServed(few.site), '100,000 stories': () => untilServed(many.site) },
  RUNS,
)
const fronts = await alternate(
  { 'front, 100': () => uncachedFront(few.site), 'front, 100,000': () => uncachedFront(many.site) },
  RUNS,
)
const [publishFew = [], publishMany = []] = Object.values(publishing)
const [frontFew = [], frontMany = []] = Object.values(fronts)
const rows: Row[] = [
  { what: `publish until served, ${FEW} stories`, value: median(publishFew), unit: 'ms' },
  { what: `publish until served, ${MANY} stories`, value: median(publishMany), unit: 'ms' },
  { what: 'ratio', value: medianRatio(publishMany, publishFew), unit: '', target: '<= 1.5' },
  { what: `uncached front page, ${FEW} stories`, value: median(frontFew), unit: 'ms' },
  {
    what: `uncached front page, ${MANY} stories`,
    value: median(frontMany),
    unit: 'ms',
    target: '<= 50',
  },
  { what: `start, ${FEW} stories`, value: few.startSeconds, unit: 's' },
  { what: `start, ${MANY} stories`, value: many.startSeconds, unit: 's' },
  { what: `memory, ${FEW} stories`, value: await memory(few), unit: 'MB' },
  { what: `memory, ${MANY} stories`, value: await memory(many), unit: 'MB' },
]
report('scale', rows, { ...publishing, ...fronts })
for (const { site, database } of [few, many]) {
  await site.server.stop()
  await database.close()
}

async function sow(count: number): Promise<Sown> {
  const database = await benchDatabase()
  await sowStories(database.url, count)
  const from = performance.now()
  const site = await benchSite(database.url, database.dir)
  return { database, site, startSeconds: (performance.now() - from) / 1000 }
}

/** Milliseconds from the request that publishes a draft until its page has been served. */
async function untilServed({ desk, url }: BenchSite): Promise<number> {
  const draft = await desk.draft(`Published ${++published}`)
  const from = performance.now()
  const { published: out } = await desk.publish(draft)
  const markup = await (await fetch(url + out?.path)).text()
  if (!markup.includes(`Published ${published}`)) throw new Error('The page lacks its headline.')
  return performance.now() - from
}

/** Milliseconds of a front page of which every region has changed. */
async function uncachedFront({ desk, url }: BenchSite): Promise<number> {
  await desk.publishNew(`Published ${++published}`)
  const from = performance.now()
  await (await fetch(`${url}/`)).text()
  return performance.now() - from
}

async function memory({ site }: Sown): Promise<number> {
  await site.server.ask({ type: 'collect' })
  return residentBytes(site.server.pid) / MEGABYTE
}
