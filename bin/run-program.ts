import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { ROOT } from './ready.mjs'

/** Runs one of the programs that npm installed, or a script, with the project's own Node, and keeps what it writes. */
export async function runProgram(
  program: string,
  args: string[],
  root: string,
): Promise<{ code: number | null; output: string }> {
  const bin = join(root, 'node_modules/.bin')
  const child = spawn(program === 'node' ? process.execPath : join(bin, program), args, {
    cwd: root,
    env: {
      ...process.env,
      PATH: `${bin}${delimiter}${process.env['PATH']}`,
      NO_COLOR: '1',
      // A hundred processes of one tool read it compiled.
      NODE_COMPILE_CACHE: join(ROOT, '.cache/node'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const [code, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
  return { code, output: `${out}${err}`.trim() }
}
