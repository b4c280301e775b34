import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median, report, RUNS } from './support/report.ts'

const ROOT = join(import.meta.dirname, '..')

const dir = mkdtempSync(join(tmpdir(), 'pressbox-start-'))
chmodSync(dir, 0o711)
const first = await untilFirstPage()
const again: number[] = []
for (let run = 1; run <= RUNS; run++) again.push(await untilFirstPage())
report(
  'start',
  [
    { what: 'npm start on an empty data folder, to the first page', value: first, unit: 's' },
    { what: 'npm start again, to the first page', value: median(again), unit: 's', target: '<= 4' },
  ],
  { again },
)
rmSync(dir, { recursive: true, force: true })

/** Seconds from the command to the first byte of the front page; stops it again. */
async function untilFirstPage(): Promise<number> {
  const from = performance.now()
  const npm = spawn('npm', ['start', '--', '--empty'], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', PRESSBOX_DATA: dir },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  let said = ''
  for await (const chunk of npm.stdout) {
    said += String(chunk)
    const url = /Pressbox is ready at (\S+)/.exec(said)?.[1]
    if (!url) continue
    const { status } = await fetch(url)
    if (status !== 200) throw new Error(`The front page answered ${status}.`)
    break
  }
  const seconds = (performance.now() - from) / 1000
  const ended = once(npm, 'exit')
  process.kill(-(npm.pid ?? 0), 'SIGTERM')
  await ended
  return seconds
}
