import { sowStories } from '../test/support/many-stories.ts'
import { residentBytes } from './support/child.ts'
import { type BenchDatabase, benchDatabase } from './support/database.ts'
import { alternate, median, medianRatio, report, type Row } from './support/report.ts'
import { type BenchSite, benchSite, startSite } from './support/site.ts'
import { requireTools } from './support/tools.ts'

const FEW = 100
const MANY = 100_000
const RUNS = 15
const MEGABYTE = 1 << 20

requireTools('taskset')

let published = 0

const few = await sow(FEW)
const many = await sow(MANY)
const starts = await alternate({
  'start, 100 stories': () => start(few),
  'start, 100,000 stories': () => start(many),
})
const fewSite = await benchSite(few.url, few.dir)
const manySite = await benchSite(many.url, many.dir)
const publishing = await alternate(
  { '100 stories': () => untilServed(fewSite), '100,000 stories': () => untilServed(manySite) },
  RUNS,
)
const fronts = await alternate(
  { 'front, 100': () => uncachedFront(fewSite), 'front, 100,000': () => uncachedFront(manySite) },
  RUNS,
)
const [startFew = [], startMany = []] = Object.values(starts)
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
  { what: `start to the first page, ${FEW} stories`, value: median(startFew), unit: 's' },
  { what: `start to the first page, ${MANY} stories`, value: median(startMany), unit: 's' },
  { what: `memory, ${FEW} stories`, value: await memory(fewSite), unit: 'MB' },
  { what: `memory, ${MANY} stories`, value: await memory(manySite), unit: 'MB' },
]
report('scale', rows, { ...starts, ...publishing, ...fronts })
for (const { server } of [fewSite, manySite]) await server.stop()
for (const database of [few, many]) await database.close()

async function sow(count: number): Promise<BenchDatabase> {
  const database = await benchDatabase()
  await sowStories(database.url, count)
  return database
}

/** Seconds from a process that begins until its front page has been served. */
async function start(database: BenchDatabase): Promise<number> {
  const from = performance.now()
  const { server, url } = await startSite(database.url, database.dir)
  await (await fetch(url)).text()
  const seconds = (performance.now() - from) / 1000
  await server.stop()
  return seconds
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

async function memory({ server }: BenchSite): Promise<number> {
  await server.ask({ type: 'collect' })
  return residentBytes(server.pid) / MEGABYTE
}
