import { statfsSync } from 'node:fs'

/** A reason not to start that whoever runs the server can act on: its message is a whole sentence, printed without a stack. */
export class PostgresProblem extends Error {
  override readonly name: string = 'PostgresProblem'
}

/** The database is well, and in use: another Pressbox runs on the same data folder. */
export class AlreadyRunning extends PostgresProblem {
  override readonly name = 'AlreadyRunning'
}

// One segment of the write-ahead log: without room for the next, PostgreSQL stops with words that do not say why.
const LEAST_FREE_BYTES = 16 * 1024 * 1024

/** Turns what PostgreSQL's own programs wrote into a sentence about this folder. */
export function explainFailure(what: string, folder: string, output: string): PostgresProblem {
  if (/No space left on device|Disk quota exceeded|wrote only \d+ of/i.test(output) || isFull(folder)) {
    return new PostgresProblem(`${what}: the disk that holds ${folder} is full. Make room and start again.`)
  }
  if (/could not look up effective user ID/.test(output)) {
    return new PostgresProblem(
      `${what}: PostgreSQL needs a name for the user it runs as (id ${process.getuid?.()}). Add one to /etc/passwd, or set DATABASE_URL.`,
    )
  }
  const lines = output.trim().split('\n')
  const telling = lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? ''
  return new PostgresProblem(`${what} in ${folder}: ${telling.trim() || 'it said nothing'}`)
}

function isFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize < LEAST_FREE_BYTES
}
