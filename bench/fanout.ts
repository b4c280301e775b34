import { benchDatabase } from './support/database.ts'
import { measureFanOut } from './support/fan-out.ts'
import { report } from './support/report.ts'
import { benchSite } from './support/site.ts'
import { requireTools } from './support/tools.ts'

requireTools('nginx', 'taskset')
const database = await benchDatabase()
const site = await benchSite(database.url, database.dir)
let change = 0
const { rows, runs } = await measureFanOut({
  dir: database.dir,
  site,
  what: 'one change of the strip',
  next: () => {
    const mark = `change ${++change}.`
    return { mark, commit: () => site.changeStrip(mark) }
  },
})
report('fanout', rows, runs)
await site.server.stop()
await database.close()
