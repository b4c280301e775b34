/** A reason not to start that whoever runs the server can act on: its message is a whole sentence, printed without a stack. */
export class PostgresProblem extends Error {
  override readonly name: string = 'PostgresProblem'
}

/** The database is well, and in use: another Pressbox runs on the same data folder. */
export class AlreadyRunning extends PostgresProblem {
  override readonly name = 'AlreadyRunning'
}

/** Turns what PostgreSQL's own programs wrote into a sentence about this folder. */
export function explainFailure(what: string, folder: string, output: string): PostgresProblem {
  if (/No space left on device|Disk quota exceeded/i.test(output)) {
    return new PostgresProblem(`${what}: the disk that holds ${folder} is full. Make room and start again.`)
  }
  const lines = output.trim().split('\n')
  const telling = lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? ''
  return new PostgresProblem(`${what} in ${folder}: ${telling.trim() || 'it said nothing'}`)
}
