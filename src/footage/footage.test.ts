import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { NOBODY, SYSTEM } from '../people/public.ts'
import { RecordedReading } from '../platform/live/reading.ts'
import { addMasterFromFile } from './add-master-from-file.ts'
import { deleteClip } from './delete-clip.ts'
import { deleteMaster } from './delete-master.ts'
import { findClips } from './find-clips.ts'
import { markClip } from './mark-clip.ts'
import { ffprobe, makeVideo, testFootage, type TestFootage } from './test-footage.ts'
import { updateClip } from './update-clip.ts'
import { updateMaster } from './update-master.ts'
import { importTranscript } from './import-transcript.ts'

vi.setConfig({ testTimeout: 120_000 })

let t: TestFootage
let folder: string
let video: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pressbox-footage-'))
  video = join(folder, 'bodycam.mp4')
  await makeVideo(video, { seconds: 5, size: '1280x720' })
  t = await testFootage({}, (_, id) =>
    Promise.resolve(id === used ? [{ title: 'A story', path: '/studio/stories/1' }] : []),
  )
})
afterAll(async () => {
  await t.close()
  await rm(folder, { recursive: true, force: true })
})
let used = ''

const sha256Of = async (path: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex')

const none = () => Promise.resolve([])

test('footage is uploaded, kept untouched, looked at, and a clip of it is cut, to the frame, in two sizes', async () => {
  const { master, clip } = await t.clipOf(video, { inMs: 1040, outMs: 3540, before: 'A car stops' })
  expect(master).toMatchObject({
    state: 'ready',
    problem: null,
    name: 'bodycam.mp4',
    sha256: await sha256Of(video),
    width: 1280,
    height: 720,
    hasAudio: true,
    progress: 1,
  })
  expect(master.durationMs).toBeGreaterThan(4900)
  expect(master.durationMs).toBeLessThan(5100)
  expect(await sha256Of(t.p.files.path(master.sha256 ?? ''))).toBe(master.sha256)
  expect(clip).toMatchObject({ state: 'ready', problem: null, durationMs: 2500 })
  expect(clip.sizes.map(({ width, height }) => `${width}x${height}`)).toEqual(['640x360', '1280x720'])
  for (const size of clip.sizes) {
    const response = await t.ask(null, 'GET', size.url)
    expect(response.headers.get('content-type')).toBe('video/mp4')
    expect(response.headers.get('cache-control')).toContain('immutable')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(size.sha256)
    const path = join(folder, 'cut.mp4')
    await writeFile(path, bytes)
    const report = await ffprobe(path, '-show_streams', '-show_format')
    expect(report).toMatch(/codec_name=h264/)
    expect(report).toMatch(/codec_name=aac/)
    expect(report).toMatch(/profile=High/)
    expect(Number(/nb_frames=(\d+)/.exec(report)?.[1])).toBeGreaterThanOrEqual(62)
    expect(Number(/nb_frames=(\d+)/.exec(report)?.[1])).toBeLessThanOrEqual(63)
    // Playable from its first bytes.
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'))
    const keys = (
      await ffprobe(path, '-select_streams', 'v', '-show_entries', 'packet=pts_time,flags', '-of', 'csv')
    )
      .split('\n')
      .filter((line) => line.includes('K'))
    expect(keys).toHaveLength(2)
  }
  const part = await t.ask(null, 'GET', clip.sizes[0]?.url ?? '', { headers: { range: 'bytes=4-7' } })
  expect([part.status, await part.text()]).toEqual([206, 'ftyp'])
  expect(clip.poster).toMatchObject({ width: 1280, height: 720 })
})

test('no door of readers gives out a master or its preview; those of the desk do, in parts', async () => {
  const { master } = await t.clipOf(await variant('private.mp4', 3))
  const { sha256 } = master
  for (const name of [
    '720p.mp4',
    '480p.mp4',
    '240p.mp4',
    'captions.vtt',
    '320.jpg',
    'preview.mp4',
    'original',
  ])
    expect((await t.ask(null, 'GET', `/files/${sha256}/${name}`)).status, name).toBe(404)
  const doors = [`/api/v1/masters/${master.id}/original`, `/api/v1/masters/${master.id}/preview`]
  for (const path of doors) {
    expect((await t.ask(null, 'GET', path)).status).toBe(401)
    expect((await t.ask('host', 'GET', path)).status).toBe(403)
    const part = await t.ask('footage', 'GET', path, { headers: { range: 'bytes=4-7' } })
    expect([part.status, await part.text()]).toEqual([206, 'ftyp'])
    expect(part.headers.get('cache-control')).toContain('private')
  }
})

/** Footage of its own: the same bytes are one master. */
async function variant(
  name: string,
  seconds: number,
  size = '320x240',
  args: string[] = [],
): Promise<string> {
  const path = join(folder, name)
  await makeVideo(path, { seconds, size, args: ['-metadata', `comment=${name}`, ...args] })
  return path
}

test('the same bytes twice are refused with the name of the first', async () => {
  const path = await variant('twice.mp4', 2)
  await t.settled(await t.upload(path, 'the first.mp4'))
  const second = await t.settled(await t.upload(path, 'the second.mp4'))
  expect(second).toMatchObject({ state: 'failed', sha256: null })
  expect(second.problem).toContain('“the first.mp4”')
  await deleteMaster(t.p, SYSTEM, second.id)
})

test('small footage is cut in one size and never made larger; upright footage stays upright', async () => {
  const { clip } = await t.clipOf(await variant('small.mp4', 3))
  expect(clip.sizes).toMatchObject([{ width: 320, height: 240 }])
  const upright = await t.clipOf(await variant('upright.mp4', 3, '720x1280'))
  expect(upright.clip.sizes).toMatchObject([
    { width: 360, height: 640 },
    { width: 720, height: 1280 },
  ])
})

test('a changed span is cut anew, and until then readers have the cut before', async () => {
  const { clip } = await t.clipOf(await variant('recut.mp4', 4))
  const changed = await updateClip(t.p, SYSTEM, clip.id, clip.revision, { outMs: 2200 })
  expect(changed).toMatchObject({ state: 'queued', sizes: clip.sizes, durationMs: 2000 })
  const recut = await t.cut(clip.id)
  expect(recut).toMatchObject({ state: 'ready', durationMs: 1200 })
  expect(recut.sizes[0]?.sha256).not.toBe(clip.sizes[0]?.sha256)
  // Who plays the one before is not cut off.
  expect((await t.ask(null, 'HEAD', clip.sizes[0]?.url ?? '')).status).toBe(200)
  await expect(updateClip(t.p, SYSTEM, clip.id, clip.revision, { title: 'Mine' })).rejects.toMatchObject({
    kind: 'stale',
    extra: { current: { outMs: 2200 } },
  })
})

test('words and warning change without a new cut; another poster is another frame', async () => {
  const { clip } = await t.clipOf(await variant('poster.mp4', 4))
  const warning = { says: 'Shows a man being hurt.', why: 'It is what the vote was about.' }
  const warned = await updateClip(t.p, SYSTEM, clip.id, clip.revision, { warning, title: 'The stop' })
  expect(warned).toMatchObject({ state: 'ready', warning, title: 'The stop' })
  await updateClip(t.p, SYSTEM, clip.id, warned.revision, { posterMs: 2500 })
  const picked = await t.cut(clip.id)
  expect(picked.poster?.id).not.toBe(clip.poster?.id)
  expect(picked.sizes).toEqual(clip.sizes)
  const open = await updateClip(t.p, SYSTEM, clip.id, picked.revision, { warning: null })
  expect(open.warning).toBeNull()
})

test('a page that shows a clip is told of what changes in it, and gets what is public alone', async () => {
  const { master, clip } = await t.clipOf(await variant('told.mp4', 4))
  const reading = new RecordedReading(t.p, t.p.clock.now())
  const before = (await findClips(reading, [clip.id, null, 'nothing'])).get(clip.id)
  expect(before).toMatchObject({ title: 'The clip', provenance: { releasedBy: null, checksum: null } })
  expect(before?.sizes).toHaveLength(1)
  const since = t.p.tail.position
  await updateMaster(t.p, SYSTEM, master.id, master.revision, {
    provenance: {
      releasedBy: { value: 'Harbor City Police', public: true },
      notes: { value: 'From a source who must not be named', public: false },
      checksum: { public: true },
    },
  })
  await t.p.tail.sync()
  expect(t.p.tail.changedSince(since, reading.topics)).toBe(true)
  const after = (await findClips(reading, [clip.id])).get(clip.id)
  expect(after?.provenance).toMatchObject({
    releasedBy: 'Harbor City Police',
    checksum: master.sha256,
    notes: null,
  })
  expect(JSON.stringify(after)).not.toContain('source who')
})

test('what is used stays: a master by its clips, a clip by a story; then both go, with every file', async () => {
  const { master, clip } = await t.clipOf(await variant('used.mp4', 3), { inMs: 1200, outMs: 2600 })
  used = clip.id
  await expect(deleteMaster(t.p, SYSTEM, master.id)).rejects.toMatchObject({ kind: 'conflict' })
  const uses = (_: unknown, id: string) =>
    Promise.resolve(id === used ? [{ title: 'A story', path: '/' }] : [])
  await expect(deleteClip(t.p, SYSTEM, clip.id, clip.revision, uses)).rejects.toThrow('A story')
  await deleteClip(t.p, SYSTEM, clip.id, clip.revision, none)
  expect((await t.ask(null, 'GET', clip.sizes[0]?.url ?? '')).status).toBe(404)
  expect(await t.p.files.has(clip.sizes[0]?.sha256 ?? '')).toBe(false)
  expect(await t.p.files.has(clip.poster?.sha256 ?? '')).toBe(false)
  await deleteMaster(t.p, SYSTEM, master.id)
  expect(await t.p.files.has(master.sha256 ?? '')).toBe(false)
  expect((await t.ask('footage', 'GET', `/api/v1/masters/${master.id}`)).status).toBe(404)
})

test('a file of this machine is taken in like an upload, with clips marked and words imported before it is processed', async () => {
  const path = await variant('seed.mp4', 3)
  const id = await addMasterFromFile(t.p, SYSTEM, path, {
    name: 'Dash camera 4',
    provenance: { releasedOn: { value: '2026-03-14', public: true } },
  })
  const marked = await markClip(t.p, SYSTEM, { masterId: id, title: 'Early', inMs: 0, outMs: 1500 })
  expect(marked.state).toBe('queued')
  await importTranscript(t.p, SYSTEM, id, {
    text: 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Lane>Stay there\n',
    language: 'en',
  })
  const clip = await t.cut(marked.id)
  expect(clip).toMatchObject({ state: 'ready', captions: true })
  const vtt = await t.ask(null, 'GET', clip.captionsUrl ?? '')
  expect(vtt.headers.get('content-type')).toContain('text/vtt')
  expect(await vtt.text()).toBe('WEBVTT\n\n00:00:01.000 --> 00:00:01.500\n<v Lane>Stay there\n')
  expect(await t.settled(id)).toMatchObject({ name: 'Dash camera 4', clipCount: 1, hasTranscript: true })
})

test('a clip that does not fit is refused with what to do', async () => {
  const { master } = await t.clipOf(await variant('fit.mp4', 4))
  const mark = (inMs: number, outMs: number) =>
    markClip(t.p, SYSTEM, { masterId: master.id, title: 'x', inMs, outMs })
  await expect(mark(2000, 1000)).rejects.toThrow('ends before it begins')
  await expect(mark(1000, 1050)).rejects.toThrow('a fifth of a second')
  await expect(mark(1000, 9000)).rejects.toThrow('ends after the footage does')
  await expect(
    markClip(t.p, NOBODY, { masterId: master.id, title: 'x', inMs: 0, outMs: 900 }),
  ).rejects.toMatchObject({
    kind: 'not-signed-in',
  })
})
