import { benchDatabase } from './support/database.ts'
import { audit, requireLighthouse } from './support/lighthouse.ts'
import { benchPlatform } from './support/platform.ts'
import { publishBlocks } from './support/publish-blocks.ts'
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
const paragraphs = Array.from({ length: 10 }, (_, seed) => ({
  type: 'paragraph',
  text: [{ text: prose(600, seed + 1) }],
}))
const stories = {
  plain: await publishBlocks(site.desk, 'The rink that kept its own time', paragraphs),
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
