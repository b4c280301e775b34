import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { median, report, RUNS } from './support/report.ts'

const ROOT = join(import.meta.dirname, '..')
/** Drawn and cut behind the first start of the demo; a start that goes on with it is no ordinary one. */
const FOOTAGE = '/stories/rink-cam-video'
const LOOK_EVERY_MS = 1000

const demo = await starts([], untilFootageIsThere)
const empty = await starts(['--', '--empty'])
report(
  'start',
  [
    {
      what: 'npm start again, with the demo brand, to the first page',
      value: median(demo.again),
      unit: 's',
      target: '<= 4',
    },
    { what: 'npm start again, without it', value: median(empty.again), unit: 's', target: '<= 4' },
    { what: 'npm start on an empty data folder, sowing the demo brand', value: demo.first, unit: 's' },
    { what: 'npm start on an empty data folder, without it', value: empty.first, unit: 's' },
  ],
  { demo: demo.again, empty: empty.again },
)

/** Seconds of the first start on a data folder, and of those after it. */
async function starts(
  args: string[],
  settle: (url: string) => Promise<void> = () => Promise.resolve(),
): Promise<{ first: number; again: number[] }> {
  const dir = mkdtempSync(join(tmpdir(), 'pressbox-start-'))
  chmodSync(dir, 0o711)
  const first = await untilFirstPage(dir, args, settle)
  const again: number[] = []
  for (let run = 1; run <= RUNS; run++) again.push(await untilFirstPage(dir, args))
  rmSync(dir, { recursive: true, force: true })
  return { first, again }
}

/** Seconds from the command to the first byte of the front page; stops it again once it has settled. */
async function untilFirstPage(
  dir: string,
  args: string[],
  settle?: (url: string) => Promise<void>,
): Promise<number> {
  const from = performance.now()
  const npm = spawn('npm', ['start', ...args], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', PRESSBOX_DATA: dir },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const url = await readyAt(npm.stdout)
  const { status } = await fetch(url)
  if (status !== 200) throw new Error(`The front page answered ${status}.`)
  const seconds = (performance.now() - from) / 1000
  await settle?.(url)
  const ended = once(npm, 'exit')
  process.kill(-(npm.pid ?? 0), 'SIGTERM')
  await ended
  return seconds
}

async function readyAt(output: AsyncIterable<Buffer>): Promise<string> {
  let said = ''
  for await (const chunk of output) {
    said += String(chunk)
    const url = /Pressbox is ready at (\S+)/.exec(said)?.[1]
    if (url) return url
  }
  throw new Error(`It ended before it was ready:\n${said}`)
}

async function untilFootageIsThere(url: string): Promise<void> {
  const page = async (): Promise<string> => (await fetch(url + FOOTAGE)).text()
  while (!(await page()).includes('data-region="clip:')) await sleep(LOOK_EVERY_MS)
}
