import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'

const PAGE_BYTES = 4096

/** A Node process of its own on one core, which answers one message after the other. */
export class Child {
  readonly #process: ChildProcess
  #heard: ((message: unknown) => void) | null = null
  #failed: ((error: Error) => void) | null = null

  private constructor(process: ChildProcess) {
    this.#process = process
    process.on('message', (message) => this.#heard?.(message))
    process.on('exit', (code, signal) =>
      this.#failed?.(new Error(`A process of the benchmark ended with ${code ?? signal}.`)),
    )
  }

  static async start(
    core: string,
    script: string,
    args: string[] = [],
    environment: Record<string, string> = {},
  ): Promise<Child> {
    const command = ['-c', core, process.execPath, '--expose-gc', script, ...args]
    const spawned = spawn('taskset', command, {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, ...environment },
    })
    const child = new Child(spawned)
    await child.#next()
    return child
  }

  get pid(): number {
    return this.#process.pid ?? 0
  }

  async ask<T>(question: Record<string, unknown>): Promise<T> {
    const answer = this.#next()
    this.#process.send(question)
    return (await answer) as T
  }

  #next(): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#heard = resolve
      this.#failed = reject
    })
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return
    const ended = once(this.#process, 'exit')
    this.#process.kill('SIGKILL')
    await ended
  }
}

/** The other side: says that it is ready, then answers. */
export function answer(handle: (question: Record<string, unknown>) => Promise<unknown>): void {
  process.on('message', (question: Record<string, unknown>) => {
    void handle(question).then((reply) => process.send?.(reply ?? null))
  })
  // Whoever asks is gone: nothing is left running.
  process.on('disconnect', () => process.exit())
  process.send?.('ready')
}

/** Resident memory of a process in bytes. */
export function residentBytes(pid: number): number {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
  return pages * PAGE_BYTES
}

const TICKS_PER_SECOND = 100

/** Processor time that a process has used so far, in seconds. */
export function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

/** The machine's own clock, the same in every process, in milliseconds. */
export const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6
