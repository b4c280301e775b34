import { makeReady } from './ready.mjs'

await makeReady()
const { ensureBuilt } = await import('./ensure-built.mjs')
await ensureBuilt()
await import('../src/main.ts')
