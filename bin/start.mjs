import { makeReady } from './ready.mjs'

await makeReady()
await import('../src/main.ts')
