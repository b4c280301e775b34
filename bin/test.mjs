import { makeReady } from './ready.mjs'

await makeReady()
const { runChecks } = await import('./check.ts')
process.exitCode = await runChecks(process.argv.slice(2))
