import { Clock } from '../src/platform/clock.ts'
import { connect, sql } from '../src/platform/db/database.ts'
import { Tail } from '../src/platform/log/tail.ts'
import { createWriter } from '../src/platform/log/write.ts'
import { benchDatabase } from './support/database.ts'
import { alternate, median, medianRatio, report, SHORT_RUNS } from './support/report.ts'

const WRITERS = 16
const SECONDS = 1

const database = await benchDatabase()
const ignore = (): void => undefined
const db = connect(database.url, ignore, WRITERS + 4)
await sql`create table written (id bigint generated always as identity primary key, topic text not null)`.execute(
  db.q,
)
const tail = new Tail(connect(database.url, ignore, 4), ignore)
await tail.start()
const write = createWriter(db, new Clock(), () => tail.announce())

/** Durable transactions a second; with topics, the log is written, sequenced and tailed as well. */
async function throughput(topicsEach: number): Promise<number> {
  const until = performance.now() + SECONDS * 1000
  let count = 0
  const writer = async (n: number): Promise<void> => {
    for (let i = 0; performance.now() < until; i++) {
      await write(async (w) => {
        await sql`insert into written (topic) values (${`note:${n}-${i}`})`.execute(w.q)
        for (let topic = 0; topic < topicsEach; topic++) w.touch(`note:${n}-${i}-${topic}`)
      })
      count++
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, (_, n) => writer(n)))
  return count / SECONDS
}

await throughput(1)
const runs = await alternate(
  { 'with the change log': () => throughput(1), 'without it': () => throughput(0) },
  SHORT_RUNS,
)
const [withLog = [], without = []] = Object.values(runs)
report(
  'changelog',
  [
    { what: `${WRITERS} writers, a topic each`, value: median(withLog), unit: 'commits/s' },
    { what: 'without the log', value: median(without), unit: 'commits/s' },
    { what: 'with to without', value: medianRatio(withLog, without), unit: '', target: '>= 0.8' },
  ],
  runs,
)
await tail.stop()
await db.close()
await database.close()
