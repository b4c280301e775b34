import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { SYSTEM } from '../people/public.ts'
import { cancelClip } from './cancel-clip.ts'
import { cancelProcessing } from './cancel-processing.ts'
import { cutClip } from './cut-clip.ts'
import { deleteMaster } from './delete-master.ts'
import { forgetCuts } from './forget-cuts.ts'
import { showClip } from './list-clips.ts'
import { showMaster } from './list-masters.ts'
import { markClip } from './mark-clip.ts'
import { retryClip } from './retry-clip.ts'
import { retryProcessing } from './retry-processing.ts'
import { makeVideo, testFootage, type TestFootage } from './test-footage.ts'
import { updateClip } from './update-clip.ts'
import type { Clip } from './wire.ts'

vi.setConfig({ testTimeout: 180_000 })

let t: TestFootage
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pressbox-control-'))
  t = await testFootage()
})
afterAll(async () => {
  await t.close()
  await rm(folder, { recursive: true, force: true })
})

let films = 0
async function film(seconds: number, size = '320x240'): Promise<string> {
  const path = join(folder, `film-${++films}.mp4`)
  await makeVideo(path, { seconds, size, args: ['-metadata', `comment=${films}`] })
  return path
}

let long: Promise<string> | undefined
/** A clip of footage that is long enough to be caught at work on. */
async function clipOfLong(): Promise<Clip> {
  const masterId = await (long ??= film(20, '640x480').then((path) => t.upload(path)))
  await t.settled(masterId)
  const { id } = await markClip(t.p, SYSTEM, { masterId, title: 'Long', inMs: 0, outMs: 1000 })
  return t.cut(id)
}

const workFolders = () => readdir(join(t.p.config.PRESSBOX_DATA, 'footage/work'))
const isAtWork = async (id: string) => (await showMaster(t.p, SYSTEM, id)).state === 'processing'

test('processing shows how far it is, is cancelled within a moment, and begun again', async () => {
  const id = await t.upload(await film(60, '640x480'))
  await expect
    .poll(async () => (await showMaster(t.p, SYSTEM, id)).progress, { timeout: 60_000 })
    .toBeGreaterThan(0.01)
  await cancelProcessing(t.p, SYSTEM, id)
  expect(await showMaster(t.p, SYSTEM, id)).toMatchObject({ state: 'cancelled', progress: 0 })
  await expect.poll(workFolders).toEqual([])
  expect((await showMaster(t.p, SYSTEM, id)).state).toBe('cancelled')
  await expect(cancelProcessing(t.p, SYSTEM, id)).rejects.toMatchObject({ kind: 'conflict' })
  await expect(markClip(t.p, SYSTEM, { masterId: id, title: 'x', inMs: 0, outMs: 900 })).rejects.toThrow(
    'Retry',
  )
  await retryProcessing(t.p, SYSTEM, id)
  await expect(retryProcessing(t.p, SYSTEM, id)).rejects.toMatchObject({ kind: 'conflict' })
  await expect.poll(() => isAtWork(id), { timeout: 60_000 }).toBe(true)
  // Deleted in the middle of it, nothing of it is left.
  const { sha256 } = await showMaster(t.p, SYSTEM, id)
  await deleteMaster(t.p, SYSTEM, id)
  await expect.poll(workFolders).toEqual([])
  expect(await t.p.files.has(sha256 ?? '')).toBe(false)
})

test('a clip that is changed while it is cut ends as it was last wanted', async () => {
  const clip = await clipOfLong()
  const changed = await updateClip(t.p, SYSTEM, clip.id, clip.revision, { outMs: 19_000 })
  await expect
    .poll(async () => (await showClip(t.p, SYSTEM, clip.id)).state, { timeout: 60_000 })
    .toBe('processing')
  await updateClip(t.p, SYSTEM, clip.id, changed.revision, { inMs: 500, outMs: 1500 })
  expect(await t.cut(clip.id)).toMatchObject({ state: 'ready', inMs: 500, durationMs: 1000 })
})

test('two takers of one clip make it once', async () => {
  const { master, clip } = await t.clipOf(await film(4), { inMs: 0, outMs: 1000 })
  const { id } = await markClip(t.p, SYSTEM, { masterId: master.id, title: 'Two', inMs: 500, outMs: 3500 })
  const { signal } = new AbortController()
  await Promise.all([cutClip(t.p, id, signal), cutClip(t.p, id, signal)])
  const made = await t.cut(id)
  expect(made).toMatchObject({ state: 'ready', durationMs: 3000 })
  expect(made.sizes).toHaveLength(1)
  expect((await showClip(t.p, SYSTEM, clip.id)).sizes).toEqual(clip.sizes)
})

test('a cancelled clip keeps what readers have, and is cut when it is retried', async () => {
  const clip = await clipOfLong()
  await updateClip(t.p, SYSTEM, clip.id, clip.revision, { outMs: 5000 })
  await cancelClip(t.p, SYSTEM, clip.id)
  await expect.poll(workFolders).toEqual([])
  expect(await showClip(t.p, SYSTEM, clip.id)).toMatchObject({ state: 'cancelled', sizes: clip.sizes })
  const { revision } = await showClip(t.p, SYSTEM, clip.id)
  await updateClip(t.p, SYSTEM, clip.id, revision, { title: 'Only words' })
  expect((await showClip(t.p, SYSTEM, clip.id)).state).toBe('cancelled')
  await retryClip(t.p, SYSTEM, clip.id)
  expect(await t.cut(clip.id)).toMatchObject({ state: 'ready', durationMs: 5000 })
})

test('a cut of before goes when nobody can be playing it any more', async () => {
  const { clip } = await t.clipOf(await film(4), { inMs: 300, outMs: 1300 })
  await updateClip(t.p, SYSTEM, clip.id, clip.revision, { outMs: 2000 })
  const now = await t.cut(clip.id)
  const [before, after] = [clip.sizes[0], now.sizes[0]]
  await forgetCuts(t.p, clip.id)
  expect((await t.ask(null, 'HEAD', before?.url ?? '')).status).toBe(200)
  await sql`update clip_sizes set retired_at = retired_at - interval '2 hours'`.execute(t.p.q)
  await forgetCuts(t.p, clip.id)
  expect((await t.ask(null, 'HEAD', before?.url ?? '')).status).toBe(404)
  expect(await t.p.files.has(before?.sha256 ?? '')).toBe(false)
  expect((await t.ask(null, 'HEAD', after?.url ?? '')).status).toBe(200)
})

test('progress is told to the desk twice a second at most, and to no reader', async () => {
  const { masterId } = await clipOfLong()
  const { id } = await markClip(t.p, SYSTEM, { masterId, title: 'Slow', inMs: 0, outMs: 19_000 })
  const heard: string[][] = []
  t.p.tail.onChange({ changed: (topics) => heard.push([...topics]) })
  await expect
    .poll(async () => (await showClip(t.p, SYSTEM, id)).progress, { timeout: 60_000 })
    .toBeGreaterThan(0)
  heard.length = 0
  const started = performance.now()
  await new Promise((resolve) => setTimeout(resolve, 2000))
  const told = heard.filter((topics) => topics.includes(`desk:clip:${id}`)).length
  expect(told).toBeLessThanOrEqual((performance.now() - started) / 500 + 1)
  expect(heard.flat()).not.toContain(`clip:${id}`)
  await cancelClip(t.p, SYSTEM, id)
})

test('without ffmpeg footage says so in words, and goes on when it is there', async () => {
  const path = process.env['PATH']
  const film3 = await film(3)
  process.env['PATH'] = folder
  try {
    const id = await t.upload(film3)
    const master = await t.settled(id)
    expect(master).toMatchObject({ state: 'failed' })
    expect(master.problem).toContain('apt-get install ffmpeg')
    const list = await (await t.ask('footage', 'GET', '/api/v1/masters')).json()
    expect(list).toMatchObject({ toolProblem: expect.stringContaining('ffmpeg') as string })
    process.env['PATH'] = path
    await retryProcessing(t.p, SYSTEM, id)
    expect(await t.settled(id)).toMatchObject({ state: 'ready', problem: null })
  } finally {
    process.env['PATH'] = path
  }
})
