import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findChromium } from '../../test/support/chromium.ts'
import type { Row } from './report.ts'

const LIGHTHOUSE = join(import.meta.dirname, '../node_modules/.bin/lighthouse')
const CHROME = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
]

const TRIES = 3

/** Ends the run with the one line that installs it. */
export function requireLighthouse(): void {
  if (existsSync(LIGHTHOUSE)) return
  console.error('Missing: lighthouse. Install with:\n  npm install --prefix bench')
  process.exit(1)
}

interface Lighthouse {
  categories: Record<string, { score: number | null }>
  audits: Record<string, { score: number | null }>
}

/** Lighthouse loses the trace of a page now and then on a busy machine, and asks itself to be run again. */
export async function audit(url: string): Promise<Row[]> {
  for (let tries = 1; ; tries++)
    try {
      return rowsOf(await runLighthouse(url))
    } catch (error) {
      console.log(
        `Lighthouse failed: ${
          String(error)
            .split('\n')
            .find((line) => /error/i.test(line)) ?? 'no reason given'
        }`,
      )
      if (tries === TRIES) return []
    }
}

async function runLighthouse(url: string): Promise<Lighthouse> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [LIGHTHOUSE, url, '--quiet', '--output=json', `--chrome-flags=${CHROME.join(' ')}`],
    { encoding: 'utf8', maxBuffer: 1e9, env: { ...process.env, CHROME_PATH: findChromium() ?? '' } },
  )
  return JSON.parse(stdout) as Lighthouse
}

function rowsOf({ categories, audits }: Lighthouse): Row[] {
  for (const [name, { score }] of Object.entries(audits))
    if (score !== null && score < 1) console.log(`  short of full marks: ${name} ${score}`)
  return Object.entries(categories).map(([name, { score }]) => ({
    what: `Lighthouse, mobile: ${name}`,
    value: (score ?? 0) * 100,
    unit: '',
    target: '>= 100',
  }))
}
