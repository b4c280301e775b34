import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { type Confined, confine, type SandboxKind, TOOL_ENVIRONMENT } from './sandbox.ts'
import { Superseded } from './tool-problem.ts'

export interface ToolResult {
  /** `null`: ended by a signal. */
  code: number | null
  stdout: string
  /** The end of what it complained about. */
  stderr: string
  /** It was still running when its time was up. */
  isLate: boolean
  progress: Progress
}

export interface Progress {
  /** How much of the output is there. */
  outMs: number
  frames: number
}

export interface ToolOptions {
  signal: AbortSignal
  wallMs: number
  onProgress?: (progress: Progress) => void
  /** Told the process group, before the program has read anything. */
  onGroup?: (group: number) => void
  /** Standard output is the tool's answer, rather than `-progress` lines. */
  wantsOutput?: boolean
}

const KEPT_COMPLAINT = 8000
const LONGEST_ANSWER = 2_000_000

/** Runs a program shut in, as a process group of its own that is killed whole: at its time limit, or when the signal says so. */
export async function runTool(
  kind: SandboxKind,
  work: Confined,
  { signal, wallMs, onProgress, onGroup, wantsOutput = false }: ToolOptions,
): Promise<ToolResult> {
  if (signal.aborted) throw new Superseded()
  const [program = '', ...args] = confine(kind, work)
  const child = spawn(program, args, {
    detached: true,
    cwd: work.output,
    env: TOOL_ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (child.pid !== undefined) onGroup?.(child.pid)
  const result: ToolResult = { code: null, stdout: '', stderr: '', isLate: false, progress: NOTHING }
  const kill = (): void => killGroup(child)
  const limit = setTimeout(() => {
    result.isLate = true
    kill()
  }, wallMs)
  signal.addEventListener('abort', kill, { once: true })
  if (wantsOutput) collectAnswer(child.stdout, result, kill)
  else
    readProgress(child.stdout, (progress) => {
      result.progress = progress
      onProgress?.(progress)
    })
  child.stderr.on('data', (chunk: Buffer) => {
    result.stderr = (result.stderr + chunk.toString('latin1')).slice(-KEPT_COMPLAINT)
  })
  try {
    result.code = await ended(child)
  } finally {
    clearTimeout(limit)
    signal.removeEventListener('abort', kill)
    // What it may have started does not outlive it.
    kill()
  }
  if (signal.aborted) throw new Superseded()
  return result
}

const NOTHING: Progress = { outMs: 0, frames: 0 }

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })

export function killGroup({ pid }: { pid?: number | undefined }): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended.
  }
}

function collectAnswer(stdout: Readable, result: ToolResult, kill: () => void): void {
  stdout.on('data', (chunk: Buffer) => {
    result.stdout += chunk.toString()
    if (result.stdout.length > LONGEST_ANSWER) kill()
  })
}

/** `-progress` writes blocks of `key=value`, each ended by `progress=…`. */
function readProgress(stdout: Readable, tell: (progress: Progress) => void): void {
  let outMs = 0
  let frames = 0
  createInterface({ input: stdout }).on('line', (line) => {
    const [key, value = ''] = line.split('=')
    // Before the first frame ffmpeg says N/A, or the smallest number there is.
    if (key === 'out_time_us') outMs = Math.max(outMs, Math.round(Number(value) / 1000) || 0)
    else if (key === 'frame') frames = Number(value) || 0
    else if (key === 'progress') tell({ outMs, frames })
  })
}
