import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from '../bin/ensure-built.mjs'
import { makeReady } from '../bin/ready.mjs'

await makeReady()
await ensureBuilt()
const names = process.argv.slice(2)
const unknown = names.filter(
  (name) => !/^[a-z]+$/.test(name) || !existsSync(join(import.meta.dirname, `${name}.ts`)),
)
if (names.length === 0 || unknown.length > 0) {
  console.error(
    `Say which: npm run bench -- NAME. What there is stands in bench/README.md.${unknown.length > 0 ? ` There is no ${unknown.join(', ')}.` : ''}`,
  )
  process.exit(1)
}
for (const name of names) await import(`./${name}.ts`)
process.exit()
