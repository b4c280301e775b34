import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Platform } from '../../platform/platform.ts'
import { bestSandbox } from './best-sandbox.ts'
import { findTool, toolProblem } from './find-tool.ts'
import { type Probed, readProbeReport, refuseFewFrames, refuseShortfall } from './probe-report.ts'
import { runTool, type ToolOptions, type ToolResult } from './run-tool.ts'
import type { Limits, SandboxKind } from './sandbox.ts'
import {
  clipArguments,
  clipSizes,
  fitted,
  posterArguments,
  previewArguments,
  probeArguments,
  type Size,
  type Streams,
} from './tool-arguments.ts'
import { FootageProblem, wordsFor } from './tool-problem.ts'
import { openWorkFolder, sweepWorkFolders, type WorkFolder } from './work-folder.ts'

const MINUTE_MS = 60_000
const PROBE_LIMITS: Limits = { memory: 2_000_000_000, cpuSeconds: 60, fileBytes: 1_000_000 }
const PROBE_WALL_MS = MINUTE_MS
/** Slower than this no machine of ours is: what takes longer is stuck, or made to. */
const SLOWEST = 8
const MEMORY = 4_000_000_000
/** What a minute of our largest output may take, with room: 2.8 Mbit/s and sound, in two sizes. */
const BYTES_PER_MS = 1000

export interface WorkOf {
  signal: AbortSignal
  folder: WorkFolder
  /** 0 to 1 */
  onProgress: (fraction: number) => void
}

export interface MadeFile extends Size {
  path: string
}

/** ffmpeg and ffprobe, shut in, on one input at a time. */
export class Toolbox {
  readonly #p: Platform
  readonly #folder: string
  #ready: Promise<SandboxKind> | undefined

  constructor(p: Platform) {
    this.#p = p
    this.#folder = join(p.config.PRESSBOX_DATA, 'footage', 'work')
  }

  /** Runs the work with a folder of its own, which goes when it ends. */
  async inFolder<T>(act: (folder: WorkFolder) => Promise<T>): Promise<T> {
    await this.#prepare()
    const folder = await openWorkFolder(this.#folder)
    try {
      return await act(folder)
    } finally {
      await folder.remove()
    }
  }

  /** Clears away what processes that were killed have left, running or half-made. */
  tidy(): Promise<void> {
    return sweepWorkFolders(this.#folder)
  }

  async probe(input: string, { signal, folder }: WorkOf): Promise<Probed> {
    const result = await this.#run('ffprobe', input, folder, PROBE_LIMITS, (at) => probeArguments(at.in), {
      signal,
      wallMs: PROBE_WALL_MS,
      wantsOutput: true,
    })
    refuseFailure(result, 'This file cannot be read as a video: it is damaged, cut off or of another kind.')
    return readProbeReport(result.stdout, result.stderr)
  }

  /** Reads the whole master once; how long it is, is how much could be read. */
  async preview(input: string, probed: Probed, work: WorkOf): Promise<MadeFile & { durationMs: number }> {
    const size = fitted(probed, 480)
    const name = 'preview.mp4'
    const result = await this.#make(input, probed.claimedMs, work, ({ in: file, out }) =>
      previewArguments(file, join(out, name), probed, size),
    )
    const { outMs, frames } = result.progress
    refuseFailure(result, damagedAt(outMs))
    refuseShortfall(probed.claimedMs, outMs)
    refuseFewFrames(frames, outMs)
    return { ...size, path: join(work.folder.path, name), durationMs: outMs }
  }

  async cut(
    input: string,
    span: { inMs: number; outMs: number },
    master: Size & Streams,
    work: WorkOf,
  ): Promise<{ durationMs: number; files: MadeFile[] }> {
    const wantedMs = span.outMs - span.inMs
    const named = clipSizes(master).map((size, i) => ({ ...size, name: `cut-${i}.mp4` }))
    const result = await this.#make(input, wantedMs, work, ({ in: file, out }) =>
      clipArguments(
        file,
        span,
        master,
        named.map((size) => ({ ...size, output: join(out, size.name) })),
      ),
    )
    refuseFailure(result, damagedAt(span.inMs + result.progress.outMs))
    refuseShortfall(wantedMs, result.progress.outMs)
    return {
      durationMs: Math.min(wantedMs, result.progress.outMs),
      files: named.map(({ name, width, height }) => ({ width, height, path: join(work.folder.path, name) })),
    }
  }

  async poster(input: string, atMs: number, master: Size & Streams, work: WorkOf): Promise<string> {
    const result = await this.#make(input, MINUTE_MS, { ...work, onProgress: () => undefined }, (at) =>
      posterArguments(at.in, join(at.out, 'poster.jpg'), atMs, master, fitted(master, 1080)),
    )
    refuseFailure(
      result,
      `There is no frame to be read at ${(atMs / 1000).toFixed(1)} seconds. Pick another.`,
    )
    return join(work.folder.path, 'poster.jpg')
  }

  #make(
    input: string,
    durationMs: number,
    { signal, folder, onProgress }: WorkOf,
    args: (paths: { in: string; out: string }) => string[],
  ): Promise<ToolResult> {
    const wallMs = 2 * MINUTE_MS + durationMs * SLOWEST
    const limits = {
      memory: MEMORY,
      cpuSeconds: Math.ceil((wallMs / 1000) * 2),
      fileBytes: 50_000_000 + durationMs * BYTES_PER_MS,
    }
    return this.#run('ffmpeg', input, folder, limits, args, {
      signal,
      wallMs,
      onProgress: ({ outMs }) => onProgress(durationMs > 0 ? Math.min(1, outMs / durationMs) : 0),
    })
  }

  async #run(
    name: string,
    input: string,
    folder: WorkFolder,
    limits: Limits,
    args: (paths: { in: string; out: string }) => string[],
    options: ToolOptions,
  ): Promise<ToolResult> {
    const kind = await this.#prepare()
    const program = findTool(name)
    if (program === null) throw new FootageProblem(toolProblem() ?? '')
    const result = await runTool(
      kind,
      { program, input, output: folder.path, limits, args },
      { ...options, onGroup: folder.note },
    )
    if (result.code === 126 || result.code === 127)
      throw new Error(`${name} could not be started: ${result.stderr.slice(-300)}`)
    if (result.code !== 0)
      this.#p.log.info({ tool: name, code: result.code, said: result.stderr.slice(-1000) }, 'footage')
    return result
  }

  /** Once a process: what an earlier one left is cleared away before there is more, and the best sandbox is found out. */
  #prepare(): Promise<SandboxKind> {
    this.#ready ??= this.#findOut().catch((error: unknown) => {
      this.#ready = undefined
      throw error
    })
    return this.#ready
  }

  async #findOut(): Promise<SandboxKind> {
    const problem = toolProblem()
    if (problem !== null) throw new FootageProblem(problem)
    await mkdir(this.#folder, { recursive: true })
    await this.tidy()
    const folder = await openWorkFolder(this.#folder)
    const input = join(folder.path, 'input')
    await writeFile(input, 'a file to look at')
    const program = findTool('ffmpeg') ?? ''
    const tryout = { program, input, output: folder.path, limits: PROBE_LIMITS, args: () => ['-version'] }
    return bestSandbox(this.#p.log, tryout, folder.note).finally(folder.remove)
  }
}

const damagedAt = (ms: number): string =>
  `The file is damaged at ${(ms / 1000).toFixed(1)} seconds and cannot be read on. Copy it again, or export it again.`

function refuseFailure({ code, isLate, stderr }: ToolResult, words: string): void {
  if (isLate)
    throw new FootageProblem(
      'It took longer than any footage of its length may, so it was stopped. Export it again as an ordinary H.264 MP4.',
    )
  if (code !== 0) throw new FootageProblem(wordsFor(stderr, words))
}

const toolboxes = new WeakMap<Platform, Toolbox>()

export function toolboxOf(p: Platform): Toolbox {
  const known = toolboxes.get(p)
  if (known) return known
  const made = new Toolbox(p)
  toolboxes.set(p, made)
  return made
}
