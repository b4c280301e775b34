import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'

/** `TRY=1`: a few minutes' look whether a benchmark runs at all; what it says is not kept. */
const IS_TRIAL = process.env['TRY'] === '1'

/** The figure that is measured with, or the small one of a trial. */
export const sized = (full: number, trial: number): number => (IS_TRIAL ? trial : full)

export const RUNS = sized(5, 2)
/** Of a second each. A shared machine's speed goes up and down within seconds: thirty of them meet it alike, five longer ones do not. */
export const SHORT_RUNS = 6 * RUNS

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/** Each rival once, then each again: what the machine does meanwhile hits all alike. */
export async function alternate(
  rivals: Record<string, () => Promise<number>>,
  runs = RUNS,
): Promise<Record<string, number[]>> {
  const measured: Record<string, number[]> = {}
  for (let run = 1; run <= runs; run++)
    for (const [name, measure] of Object.entries(rivals)) {
      const value = await measure()
      ;(measured[name] ??= []).push(value)
      console.log(`run ${run}  ${name.padEnd(28)} ${round(value)}`)
    }
  return measured
}

/** The median of what one has against the other, run by run. */
export const medianRatio = (of: readonly number[] = [], against: readonly number[] = []): number =>
  median(of.map((value, run) => value / (against[run] ?? Number.NaN)))

export interface Row {
  what: string
  value: number
  unit: string
  /** The promise, where there is one: `>= 0.85`. */
  target?: string
}

/** Prints the figures and keeps them with the facts of the machine in bench/results. */
export function report(name: string, rows: Row[], runs: Record<string, number[]> = {}): void {
  console.log(`\n${name}`)
  for (const { what, value, unit, target } of rows)
    console.log(
      `  ${what.padEnd(64)} ${String(round(value)).padStart(10)} ${unit.padEnd(12)} ${verdict(value, target)}`,
    )
  if (IS_TRIAL) return
  const machine = {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 1e9),
    node: process.version,
  }
  const kept = { name, at: new Date().toISOString(), machine, rows, runs }
  writeFileSync(join(import.meta.dirname, '../results', `${name}.json`), `${JSON.stringify(kept, null, 2)}\n`)
}

const round = (value: number): number =>
  Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3))

function verdict(value: number, target: string | undefined): string {
  if (!target) return ''
  const [sign, limit] = target.split(' ')
  const met = sign === '>=' ? value >= Number(limit) : value <= Number(limit)
  return `${target}  ${met ? 'met' : 'MISSED'}`
}
