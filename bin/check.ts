import { ROOT } from './ready.mjs'
import { CHECKS, type Check } from './checks.ts'
import { ensureSystemTools } from './system-tools.ts'
import { runProgram } from './run-program.ts'

type Tally = { passed: number; failed: number }

/** Runs the named checks, or all, one after another; returns the exit code. The last line counts checks and tests. */
export async function runChecks(names: string[]): Promise<number> {
  const unknown = names.filter((name) => !CHECKS.some((check) => check.name === name))
  if (unknown.length > 0) {
    console.error(
      `There is no check "${unknown.join('", "')}": choose from ${CHECKS.map((check) => check.name).join(', ')}.`,
    )
    return 1
  }
  const chosen = CHECKS.filter((check) => names.length === 0 || names.includes(check.name))
  if (chosen.some((check) => check.needsTools) && !ensureSystemTools()) return 1
  const total = { passed: 0, failed: 0 }
  for (const check of chosen) {
    const tally = await runOne(check)
    total.passed += tally.passed
    total.failed += tally.failed
  }
  console.log(`${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 ? 0 : 1
}

async function runOne(check: Check): Promise<Tally> {
  const started = performance.now()
  const [program, ...args] = check.command
  const { code, output } = await runProgram(program, args, ROOT)
  const tally = check.count(code, output)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (tally.failed > 0) console.log(output)
  console.log(
    `${tally.failed === 0 ? 'ok  ' : 'FAIL'} ${check.name}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)`,
  )
  return tally
}
