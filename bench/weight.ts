import { benchDatabase } from './support/database.ts'
import { audit, requireLighthouse } from './support/lighthouse.ts'
import { benchPlatform } from './support/platform.ts'
import { report, type Row } from './support/report.ts'
import { benchSite } from './support/site.ts'
import { prose } from './support/texts.ts'
import { requireTools } from './support/tools.ts'
import { vitals, weigh } from './support/weigh.ts'
import { publishWholeStory } from './support/whole-story.ts'

requireTools('chromium', 'taskset', 'ffmpeg')
requireLighthouse()
const database = await benchDatabase()
const site = await benchSite(database.url, database.dir)
const p = benchPlatform(database)
const plain = await site.desk.publishNew('The rink that kept its own time', prose(6000))
const stories = {
  plain: plain.published?.path ?? '',
  whole: await publishWholeStory({ p, desk: site.desk }),
}
const rows: Row[] = []
for (const [name, path] of Object.entries(stories)) {
  const weight = await weigh(site, path)
  const seen = await vitals(site.url + path)
  const marks = await audit(site.url + path)
  rows.push(...[...weight, ...seen, ...marks].map((row) => ({ ...row, what: `${name} story: ${row.what}` })))
}
report('weight', rows)
await p.db.close()
await site.server.stop()
await database.close()
