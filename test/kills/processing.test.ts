import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Clip, ClipList, Master, MasterList } from '../../src/footage/wire.ts'
import { Desk } from '../support/desk.ts'
import { RunningSite } from '../support/running-site.ts'

const KILLS = 50
/** The kill comes within so many milliseconds of a tool's beginning: in the middle of its work, or after it. */
const LONGEST_WAIT_MS = 700
/** Every so many kills it comes as soon as the work is asked for, whether a tool has begun or not. */
const AT_ONCE_EVERY = 5
const UPLOAD_EVERY = 6
/** There is always some work before that: a clip is asked for in each round. */
const BEGINS_WITHIN_MS = 15_000
const CLIP_MS = 1000
/** A job whose taker was killed is another's after half a minute; then there is a queue of them. */
const PATIENCE = { timeout: 10 * 60_000, interval: 500 }
const LONGEST_MS = 25 * 60_000
const CHUNK = 20_000

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
let state = seed
const random = (): number => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
  return state / 2_147_483_648
}

let site: RunningSite
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pressbox-tapes-'))
  site = await RunningSite.start({ script: 'src/main.ts' })
})
afterAll(async () => {
  await site.remove()
  await rm(folder, { recursive: true, force: true })
})

const run = promisify(execFile)

async function tape(name: string, seconds: number): Promise<Buffer> {
  const path = join(folder, name)
  const line = `-v error -y -f lavfi -i testsrc2=s=640x480:r=25:d=${seconds} -f lavfi -i sine=d=${seconds}`
  const coding = `-c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac -metadata comment=${name}`
  await run('ffmpeg', [...line.split(' '), ...coding.split(' '), path])
  return readFile(path)
}

/** By tus, with a token: as a program uploads. */
class Uploader {
  readonly #bearer: string
  constructor(bearer: string) {
    this.#bearer = bearer
  }

  async begin(bytes: number): Promise<string> {
    const response = await this.#ask('POST', '/api/v1/uploads', { 'upload-length': String(bytes) })
    expect(response.status).toBe(201)
    return response.headers.get('location') ?? ''
  }

  async send(path: string, from: number, bytes: Buffer): Promise<boolean> {
    const headers = { 'upload-offset': String(from), 'content-type': 'application/offset+octet-stream' }
    return (await this.#ask('PATCH', path, headers, bytes)).status === 204
  }

  async offset(path: string): Promise<number> {
    return Number((await this.#ask('HEAD', path, {})).headers.get('upload-offset'))
  }

  #ask(method: string, path: string, headers: Record<string, string>, body?: Buffer): Promise<Response> {
    return fetch(site.url + path, {
      method,
      headers: { authorization: `Bearer ${this.#bearer}`, 'tus-resumable': '1.0.0', ...headers },
      ...(body && { body: new Uint8Array(body) }),
    })
  }
}

const DECODERS = ['ffmpeg', 'ffprobe']
const TOOLS = [...DECODERS, 'unshare', 'bwrap', 'setpriv', 'prlimit']
const read = (path: string): string => {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}

/** Tools that work in this site's folder, in a sandbox or not; other tests have theirs. */
const atWork = (tools: string[]): string[] =>
  readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && tools.includes(read(`/proc/${pid}/comm`).trim()))
    .filter((pid) => /^\S+ \(.*\) [^Z]/.test(read(`/proc/${pid}/stat`)))
    .filter((pid) =>
      (read(`/proc/${pid}/cmdline`) + read(`/proc/${pid}/mountinfo`)).includes(basename(site.dataDir)),
    )

/** A moment of the work to kill it at; whether a tool was at work then, but those that an earlier kill has left. */
async function aMoment(kill: number, left: string[]): Promise<boolean> {
  const hasBegun = () => atWork(TOOLS).some((pid) => !left.includes(pid))
  const until = Date.now() + BEGINS_WITHIN_MS
  if (kill % AT_ONCE_EVERY !== 0) while (!hasBegun() && Date.now() < until) await sleep(10)
  await sleep(random() * LONGEST_WAIT_MS)
  return hasBegun()
}

async function filesKept(): Promise<string[]> {
  const originals = join(site.dataDir, 'files/originals')
  const parts = await readdir(originals)
  return (await Promise.all(parts.map((part) => readdir(join(originals, part))))).flat()
}

test(
  `killed at ${KILLS} moments of uploading, processing and cutting (SEED=${seed}), it goes on by itself and makes each thing once`,
  async () => {
    const desk = await Desk.open(site)
    const { secret } = await desk.must<{ secret: string }>('POST', '/api/v1/tokens', {
      body: { name: 'The uploader', scope: ['footage.manage'], days: 7 },
    })
    const uploader = new Uploader(secret)
    const main = await tape('main.mp4', 8)
    const path = await uploader.begin(main.length)
    expect(await uploader.send(path, 0, main)).toBe(true)
    const master = path.split('/').at(-1) ?? ''
    const show = (id: string) => desk.must<Master>('GET', `/api/v1/masters/${id}`)
    await expect.poll(async () => (await show(master)).state, PATIENCE).toBe('ready')

    const clips: string[] = []
    const masters = [master]
    const long = await tape('long.mp4', 10)
    const longPath = await uploader.begin(long.length)
    let acknowledged = 0
    let working = 0
    let left: string[] = []
    for (let kill = 1; kill <= KILLS; kill++) {
      const work = (async () => {
        const inMs = 100 * kill
        const body = { masterId: master, title: `Clip ${kill}`, inMs, outMs: inMs + CLIP_MS }
        clips.push((await desk.must<Clip>('POST', '/api/v1/clips', { body })).id)
        if (kill % UPLOAD_EVERY === 0) {
          const small = await tape(`small-${kill}.mp4`, 2)
          const at = await uploader.begin(small.length)
          if (await uploader.send(at, 0, small)) masters.push(at.split('/').at(-1) ?? '')
        }
        const chunk = long.subarray(acknowledged, Math.min(acknowledged + CHUNK, long.length - 1))
        if (await uploader.send(longPath, acknowledged, chunk)) acknowledged += chunk.length
      })().catch(() => undefined)
      if (await aMoment(kill, left)) working++
      await site.stop('SIGKILL')
      await work
      await expect.poll(() => atWork(DECODERS)).toEqual([])
      // A sandbox that was half built may wait for its builder until the next work ends it.
      left = atWork(TOOLS)
      await site.start()
      const offset = await uploader.offset(longPath)
      expect(offset).toBeGreaterThanOrEqual(acknowledged)
      acknowledged = offset
    }
    // Else nothing was tried.
    expect(working).toBeGreaterThan(KILLS / 2)
    expect(await uploader.send(longPath, acknowledged, long.subarray(acknowledged))).toBe(true)
    masters.push(longPath.split('/').at(-1) ?? '')

    const list = async () => (await desk.must<ClipList>('GET', '/api/v1/clips?limit=100')).items
    const footage = async () => (await desk.must<MasterList>('GET', '/api/v1/masters?limit=100')).items
    const isAtWork = ({ state }: { state: string }): boolean => /queued|processing/.test(state)
    await expect.poll(async () => (await footage()).filter(isAtWork).length, PATIENCE).toBe(0)
    await expect.poll(async () => (await list()).filter(isAtWork).length, PATIENCE).toBe(0)

    // A kill between a commit and its answer leaves one more than was acknowledged, never one less.
    const made = await list()
    expect(made.map(({ id }) => id)).toEqual(expect.arrayContaining(clips))
    expect(made.length).toBeLessThanOrEqual(KILLS)
    for (const clip of made) {
      expect(clip).toMatchObject({ state: 'ready', durationMs: CLIP_MS, revision: 1, problem: null })
      expect(clip.sizes).toHaveLength(2)
      for (const { url, bytes } of clip.sizes)
        expect((await (await fetch(site.url + url)).arrayBuffer()).byteLength).toBe(bytes)
    }
    const whole = (await footage()).filter(({ state }) => state === 'ready')
    expect(whole.map(({ id }) => id)).toEqual(expect.arrayContaining(masters))
    // Each master and its preview, each clip's two sizes and its poster, each once; and nothing half-made beside.
    const previews = await Promise.all(
      whole.map(
        async ({ previewUrl }) => (await desk.ask('HEAD', previewUrl ?? '')).headers.get('etag') ?? '',
      ),
    )
    const known = [
      ...whole.map(({ sha256 }) => sha256 ?? ''),
      ...previews.map((etag) => etag.replaceAll('"', '')),
      ...made.flatMap(({ sizes, poster }) => [...sizes.map(({ sha256 }) => sha256), poster?.sha256 ?? '']),
    ]
    const kept = await filesKept()
    expect(kept.filter((sha256) => !known.some((name) => sha256.startsWith(name)))).toEqual([])
    expect(known.filter((name) => !kept.some((sha256) => sha256.startsWith(name)))).toEqual([])
    await expect.poll(() => readdir(join(site.dataDir, 'footage/work'))).toEqual([])
    await expect.poll(() => atWork(TOOLS)).toEqual([])
  },
  LONGEST_MS,
)
