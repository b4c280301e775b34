import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Hono } from 'hono'
import { expect } from 'vitest'
import { testPlatform } from '../../test/support/test-platform.ts'
import { type Person, requireAtDoor, type Role, SYSTEM } from '../people/public.ts'
import { mountEndpoints } from '../platform/http/mount-endpoints.ts'
import { problemResponse } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { filesDoor } from './files-door.ts'
import { footageModule } from './footage-module.ts'
import { markClip } from './mark-clip.ts'
import { showClip } from './list-clips.ts'
import { showMaster } from './list-masters.ts'
import type { FindUses } from './remove-picture.ts'
import type { Clip, Master, NewClip } from './wire.ts'

/** Processing takes seconds, and many on a busy machine. */
const PROCESSING_MS = 150_000

export interface TestFootage {
  p: Platform
  /** The doors in process, as somebody of this role; `null`: nobody. */
  ask(role: Role | null, method: string, path: string, init?: RequestInit): Promise<Response>
  /** By tus, in one piece; the master's id. */
  upload(path: string, name?: string): Promise<string>
  /** As it is when the work on it has ended. */
  settled(masterId: string): Promise<Master>
  cut(clipId: string): Promise<Clip>
  /** A master of this file, and a clip of it, both made. */
  clipOf(path: string, clip?: Partial<NewClip>): Promise<{ master: Master; clip: Clip }>
  close(): Promise<void>
}

export async function testFootage(
  environment: Record<string, string> = {},
  findClipUses?: FindUses,
): Promise<TestFootage> {
  const platform = await testPlatform(environment)
  const { p } = platform
  const module = footageModule(p, () => Promise.resolve([]), findClipUses)
  p.jobs.handle(module.jobs ?? {})
  await p.jobs.start()
  const app = new Hono()
  app.get('/files/:sha/:name', (c) => filesDoor(p)(c.req.raw, c.req.param('sha'), c.req.param('name')))
  app.onError((error) =>
    problemResponse(error, (unexpected) => {
      throw unexpected
    }),
  )
  mountEndpoints(app, module.endpoints ?? [], {
    source: p,
    identify: (request) => Promise.resolve(somebody(request.headers.get('x-role') as Role | null)),
    requireRight: requireAtDoor,
    requireModule: () => Promise.resolve(),
    originAllowed: () => true,
    afterWrite: () => p.tail.sync(),
  })
  const ask: TestFootage['ask'] = async (role, method, path, init = {}) => {
    const headers = new Headers(init.headers)
    if (role) headers.set('x-role', role)
    return app.request(path, { ...init, method, headers })
  }
  const settled = (id: string): Promise<Master> =>
    until(
      () => showMaster(p, SYSTEM, id),
      ({ state }) => !/uploading|queued|processing/.test(state),
    )
  const cut = (id: string): Promise<Clip> =>
    until(
      () => showClip(p, SYSTEM, id),
      ({ state }) => !/queued|processing/.test(state),
    )
  const upload = (path: string, name?: string): Promise<string> => uploadBy(ask, path, name)
  return {
    p,
    ask,
    upload,
    settled,
    cut,
    clipOf: async (path, clip = {}) => {
      const master = await settled(await upload(path))
      const made = await markClip(p, SYSTEM, {
        masterId: master.id,
        title: 'The clip',
        inMs: 1e3,
        outMs: 3e3,
        ...clip,
      })
      return {
        master,
        clip: await cut(made.id),
      }
    },
    close: () => platform.close(),
  }
}

/** Also outside of a test, where `expect.poll` is not to be had. */
async function until<T>(read: () => Promise<T>, isDone: (value: T) => boolean): Promise<T> {
  for (const started = Date.now(); Date.now() - started < PROCESSING_MS; await sleep(100)) {
    const value = await read()
    if (isDone(value)) return value
  }
  throw new Error(`The work was not done after ${PROCESSING_MS / 1000} seconds.`)
}

const somebody = (role: Role | null): Person => ({
  id: null,
  kind: role ? 'person' : 'nobody',
  name: role ?? 'Nobody',
  role,
  scope: null,
})

export const TUS = { 'tus-resumable': '1.0.0' }
export const OFFSET = 'application/offset+octet-stream'

async function uploadBy(ask: TestFootage['ask'], path: string, name = 'bodycam.mp4'): Promise<string> {
  const bytes = await readFile(path)
  const begun = await ask('footage', 'POST', '/api/v1/uploads', {
    headers: {
      ...TUS,
      'upload-length': String(bytes.length),
      'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
    },
  })
  expect(begun.status).toBe(201)
  const location = begun.headers.get('location') ?? ''
  const sent = await ask('footage', 'PATCH', location, {
    headers: { ...TUS, 'upload-offset': '0', 'content-type': OFFSET },
    body: new Uint8Array(bytes),
  })
  expect(sent.status).toBe(204)
  return location.split('/').at(-1) ?? ''
}

const run = promisify(execFile)

/** Runs ffmpeg as the tests' own tool, outside of what is tested. */
export const ffmpeg = (...args: string[]): Promise<unknown> => run('ffmpeg', ['-v', 'error', '-y', ...args])

export const ffprobe = async (path: string, ...args: string[]): Promise<string> =>
  (await run('ffprobe', ['-v', 'error', ...args, path])).stdout

/** A moving picture with a running clock in it and a tone. */
export const makeVideo = (
  path: string,
  { seconds = 4, size = '320x240', args = [] as string[] } = {},
): Promise<unknown> =>
  ffmpeg(
    '-f',
    'lavfi',
    '-i',
    `testsrc2=s=${size}:r=25:d=${seconds}`,
    '-f',
    'lavfi',
    '-i',
    `sine=d=${seconds}`,
    '-c:v',
    'libx264',
    '-preset',
    'ultrafast',
    '-pix_fmt',
    'yuv420p',
    '-c:a',
    'aac',
    '-shortest',
    ...args,
    path,
  )
