import { ensureBuilt } from '../ensure-built.mjs'

/** The server reads its arguments from the process, as it does when `npm start` runs it. */
export async function start(args: string[]): Promise<null> {
  process.argv.splice(2, process.argv.length, ...args)
  await ensureBuilt()
  await import('../../src/main.ts')
  return null
}
