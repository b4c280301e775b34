#!/usr/bin/env node
import { makeReady } from './ready.mjs'

await makeReady()
const { runCommand } = await import('./pressbox.ts')
await runCommand(process.argv.slice(2))
