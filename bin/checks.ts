import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { ROOT } from './ready.mjs'

type Tally = { passed: number; failed: number }
export type Check = {
  name: string
  command: [program: string, ...args: string[]]
  needsTools: boolean
  count: (code: number | null, output: string) => Tally
}

export const CHECKS: Check[] = [
  tool('build', ['node', 'bin/ensure-built.mjs']),
  tool('format', ['prettier', '--check', '--log-level=warn', '.']),
  tool('lint', ['oxlint', '--type-aware', '--deny-warnings']),
  tool('types', ['tsc', '--project', '.']),
  // It has passed having read nothing before: what it says it read counts.
  tool('boundaries', ['depcruise', '--config', '.dependency-cruiser.cjs', 'src', 'bin', 'test'], readModules),
  tool('dead-code', ['knip']),
  tests('unit'),
  tests('journeys'),
  tests('kills'),
  tests('faults'),
  tests('load'),
]

function tool(name: string, command: Check['command'], isGood = (_output: string) => true): Check {
  const count = (code: number | null, output: string) =>
    code === 0 && isGood(output) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  return { name, command, needsTools: false, count }
}

function readModules(output: string): boolean {
  return /\([1-9]\d* modules, \d+ dependencies cruised\)/.test(output)
}

/** A project of vitest.config.ts, and what of it runs alone. */
function tests(project: string): Check {
  const report = join(ROOT, '.cache/test-reports', `${project}.json`)
  mkdirSync(dirname(report), { recursive: true })
  const count = (code: number | null) => countTests(report, code)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return {
    name: project,
    command: ['vitest', 'run', '--project', project, '--project', `${project}-alone`, ...reporters],
    needsTools: project !== 'unit',
    count,
  }
}

const reportSchema = z.object({ numPassedTests: z.number(), numFailedTests: z.number() })

/** What failed outside any test (a file that does not load, a hook, no test at all) is one failure more. */
function countTests(report: string, code: number | null): Tally {
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests } = reportSchema.parse(JSON.parse(readFileSync(report, 'utf8')))
  rmSync(report)
  const unseen = numFailedTests === 0 && (code !== 0 || numPassedTests === 0)
  return { passed: numPassedTests, failed: unseen ? 1 : numFailedTests }
}
