import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const READY = /Pressbox is ready at (\S+)/
const SETUP = /(\/studio\/setup\?token=\S+)/

/** Pressbox as its users run it: `npm start` in a process of its own, on a data folder of its own. */
export class RunningSite {
  url = ''
  setupPath = ''
  output = ''
  readonly dataDir: string
  readonly #environment: Record<string, string>
  readonly #args: string[]
  readonly #script: string
  #child: ChildProcess | null = null

  static async start(
    options: { args?: string[]; environment?: Record<string, string>; script?: string } = {},
  ): Promise<RunningSite> {
    const dataDir = await mkdtemp(join(tmpdir(), 'pressbox-site-'))
    // Run as root, the database has a user of its own, who must get in: else it would be kept elsewhere and left behind.
    await chmod(dataDir, 0o711)
    const site = new RunningSite(dataDir, options)
    await site.start()
    return site
  }

  /** `script`: `src/main.ts` leaves out the look for packages and built files, for tests that start often. */
  private constructor(
    dataDir: string,
    {
      args = ['--empty'],
      environment = {},
      script = 'bin/start.mjs',
    }: { args?: string[]; environment?: Record<string, string>; script?: string },
  ) {
    this.dataDir = dataDir
    this.#args = args
    this.#environment = environment
    this.#script = script
  }

  get pid(): number {
    const pid = this.#child?.pid
    if (pid === undefined) throw new Error('Pressbox is not running.')
    return pid
  }

  /** Starts on the same folder (again); a port once had is kept, so that open pages find it. */
  async start(): Promise<void> {
    const port = this.url ? new URL(this.url).port : '0'
    const child = spawn(process.execPath, [this.#script, ...this.#args], {
      cwd: ROOT,
      env: {
        ...process.env,
        NODE_COMPILE_CACHE: join(ROOT, '.cache/node'),
        LOG_LEVEL: 'warn',
        PORT: port,
        PRESSBOX_DATA: this.dataDir,
        ...this.#environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    this.output = ''
    await new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer): void => {
        this.output += chunk.toString()
        const url = READY.exec(this.output)?.[1]
        if (!url) return
        this.url = url
        this.setupPath = SETUP.exec(this.output)?.[1] ?? ''
        resolve()
      }
      child.stdout.on('data', hear)
      child.stderr.on('data', hear)
      child.once('exit', (code) => reject(new Error(`Pressbox ended with ${code}:\n${this.output}`)))
    })
  }

  /** SIGTERM, and waits for the end; or SIGKILL, as a power cut would. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<number | null> {
    const child = this.#child
    if (!child || child.exitCode !== null) return child?.exitCode ?? null
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
    child.kill(signal)
    this.#child = null
    return ended
  }

  async remove(): Promise<void> {
    // Whatever was killed before has left its database running: a start adopts it, a stop then takes it along.
    if (!this.#child) await this.start()
    await this.stop()
    await rm(this.dataDir, { recursive: true, force: true })
  }
}
