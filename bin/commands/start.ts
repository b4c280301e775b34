/** The server reads its arguments from the process, as it does when `npm start` runs it. */
export async function start(args: string[]): Promise<null> {
  process.argv.splice(2, process.argv.length, ...args)
  await import('../../src/main.ts')
  return null
}
