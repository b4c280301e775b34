import { createServer, type Server } from 'node:http'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { SYSTEM } from '../people/public.ts'
import { markClip } from './mark-clip.ts'
import { FootageProblem } from './processing/tool-problem.ts'
import { toolboxOf } from './processing/toolbox.ts'
import { ffmpeg, ffprobe, makeVideo, testFootage, type TestFootage } from './test-footage.ts'
import type { Clip, Master } from './wire.ts'

vi.setConfig({ testTimeout: 120_000 })

let t: TestFootage
let folder: string
let server: Server
let origin: string
let asked = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pressbox-hostile-'))
  t = await testFootage()
  server = createServer((_, response) => {
    asked++
    response.end('nothing')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.close()
  await t.close()
  await rm(folder, { recursive: true, force: true })
})

const at = (name: string): string => join(folder, name)

async function written(name: string, bytes: string | Uint8Array): Promise<string> {
  await writeFile(at(name), bytes)
  return at(name)
}

/** Uploaded like any footage; what became of it. */
const offered = async (path: string): Promise<Master> => t.settled(await t.upload(path))

async function refused(path: string, words: RegExp): Promise<void> {
  const master = await offered(path)
  expect(master).toMatchObject({ state: 'failed', previewUrl: null, durationMs: null })
  expect(master.problem).toMatch(words)
}

/** Past the look at the first bytes, which is courtesy: what is refused here is refused by the tools. */
async function refusedByTools(path: string): Promise<void> {
  const toolbox = toolboxOf(t.p)
  const probing = toolbox.inFolder((work) =>
    toolbox.probe(path, { signal: new AbortController().signal, folder: work, onProgress: () => undefined }),
  )
  await expect(probing).rejects.toBeInstanceOf(FootageProblem)
}

/** A film whose index stands before its frames. */
async function film(name: string, args: string[] = [], seconds = 4): Promise<string> {
  await makeVideo(at(name), { seconds, args: ['-movflags', '+faststart', ...args] })
  return at(name)
}

test('a playlist named .mp4 that names an address is refused, and nobody is asked', async () => {
  const path = await written('list.mp4', `#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n${origin}/a.ts\n`)
  await refused(path, /playlist/)
  await refusedByTools(path)
  expect(asked).toBe(0)
})

test('a playlist named .mp4 that names another file of this machine is refused, and nothing of that file is there', async () => {
  await makeVideo(at('embargoed.ts'), { seconds: 2, args: ['-f', 'mpegts'] })
  const names = [at('embargoed.ts'), `file:${at('embargoed.ts')}`, '/etc/passwd']
  for (const [i, name] of names.entries()) {
    const path = await written(
      `local-${i}.mp4`,
      `#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n${name}\n#EXT-X-ENDLIST\n`,
    )
    await refused(path, /playlist/)
    await refusedByTools(path)
  }
})

test('lists of files, pages and pictures are refused, whatever their names', async () => {
  const list = await written('concat.mp4', `ffconcat version 1.0\nfile ${at('embargoed.ts')}\n`)
  await refused(list, /list/)
  await refusedByTools(list)
  const dash = await written(
    'dash.mp4',
    `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011"><Period><BaseURL>${origin}/</BaseURL></Period></MPD>`,
  )
  await refused(dash, /not a video/)
  await refusedByTools(dash)
  await refused(await written('svg.mp4', '<svg onload="alert(1)"/>'), /not a video/)
  await ffmpeg('-f', 'lavfi', '-i', 'color=s=64x64', '-frames:v', '1', at('picture.png'))
  await refused(at('picture.png'), /picture, not a video/)
  await refused(await written('noise.mp4', Buffer.alloc(5000, 'noise')), /damaged|kind/)
  expect(asked).toBe(0)
})

test('a file of 2 kB whose frames stand ten hours apart does not keep the machine busy', async () => {
  await ffmpeg(
    '-f',
    'lavfi',
    '-i',
    'color=s=64x64:r=1:d=2',
    '-vf',
    'setpts=N*36000/TB',
    '-fps_mode',
    'passthrough',
    '-c:v',
    'libx264',
    '-enc_time_base',
    '1',
    at('gap.mp4'),
  )
  const started = performance.now()
  await refused(at('gap.mp4'), /hours|frames/)
  expect(performance.now() - started).toBeLessThan(30_000)
})

/** Sets the duration in the headers of the whole, of each track and of each medium. */
async function withDuration(path: string, seconds: number): Promise<Buffer> {
  const bytes = await readFile(path)
  for (const [box, timescaleAt, durationAt] of [
    ['mvhd', 12, 16],
    ['mdhd', 12, 16],
    ['tkhd', null, 20],
  ] as const) {
    let from = bytes.indexOf(box)
    while (from >= 0) {
      // Behind the four letters: version and flags, two dates, then what is named here.
      const timescale = timescaleAt === null ? 1000 : bytes.readUInt32BE(from + 4 + timescaleAt)
      bytes.writeUInt32BE(Math.min(0xff_ff_ff_fe, seconds * timescale), from + 4 + durationAt)
      from = bytes.indexOf(box, from + 4)
    }
  }
  return bytes
}

test('how long footage is, is how much can be read: one that claims more is refused', async () => {
  const path = await film('honest.mp4')
  await refused(await written('forged.mp4', await withDuration(path, 2_147_483)), /hours|says it lasts/)
  await refused(await written('longer.mp4', await withDuration(path, 60)), /only 4\.\d could be read/)
})

test('a file that was cut off is refused, be its index there or not', async () => {
  const whole = await readFile(await film('whole.mp4', [], 10))
  await refused(await written('cut.mp4', whole.subarray(0, whole.length * 0.6)), /cut off|damaged/)
  await makeVideo(at('moov-last.mp4'), { seconds: 3 })
  const last = await readFile(at('moov-last.mp4'))
  await refused(await written('no-index.mp4', last.subarray(0, last.length * 0.6)), /cut off/)
})

test('a file without a picture is refused', async () => {
  await ffmpeg('-f', 'lavfi', '-i', 'sine=d=2', at('sound.m4a'))
  await refused(at('sound.m4a'), /no picture/)
  const [ftyp, mvhd] = [box('ftyp', Buffer.from('isom\0\0\0\0isom')), box('mvhd', Buffer.alloc(100))]
  await refused(await written('empty.mp4', Buffer.concat([ftyp, box('moov', mvhd)])), /no picture|damaged/)
})

function box(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(data.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, data])
}

test('a picture of 12,000 by 12,000 pixels within a video is refused before it takes the memory', async () => {
  await ffmpeg(
    '-f',
    'lavfi',
    '-i',
    'color=s=12000x12000:r=1:d=1',
    '-frames:v',
    '1',
    '-c:v',
    'png',
    at('huge.mov'),
  )
  await refused(at('huge.mov'), /million|too large/)
})

async function bytesOf(clip: Clip): Promise<Buffer> {
  const parts = await Promise.all(
    [...clip.sizes.map(({ url }) => url), `/files/${clip.poster?.sha256}/160.jpg`].map(async (url) =>
      Buffer.from(await (await t.ask(null, 'GET', url)).arrayBuffer()),
    ),
  )
  return Buffer.concat(parts)
}

async function clipOf(master: Master): Promise<Clip> {
  const { id } = await markClip(t.p, SYSTEM, { masterId: master.id, title: 'A clip', inMs: 0, outMs: 1500 })
  return t.cut(id)
}

test('of places, names and times that a camera wrote nothing is public, though the master keeps them', async () => {
  const tags = [
    'location=+41.8781-087.6298/',
    'artist=Officer Jane Doe',
    'comment=Badge 4711',
    'title=Case 77-B',
  ]
  const path = await film('tagged.mp4', [
    '-movflags',
    '+faststart+use_metadata_tags',
    ...tags.flatMap((tag) => ['-metadata', tag]),
    '-metadata:s:v:0',
    'handler_name=Axon Body 3 X60A1234',
  ])
  const original = (await readFile(path)).toString('latin1')
  const secrets = ['87.6298', 'Jane Doe', '4711', '77-B', 'X60A1234']
  for (const secret of secrets) expect(original).toContain(secret)
  const clip = await clipOf(await offered(path))
  const served = (await bytesOf(clip)).toString('latin1')
  for (const secret of secrets) expect(served, secret).not.toContain(secret)
})

test('footage that a turned camera made stands upright', async () => {
  await film('lying.mp4')
  await ffmpeg('-i', at('lying.mp4'), '-c', 'copy', '-metadata:s:v:0', 'rotate=90', at('turned.mp4'))
  const master = await offered(at('turned.mp4'))
  expect(master).toMatchObject({ state: 'ready', width: 240, height: 320 })
  const clip = await clipOf(master)
  expect(clip.sizes).toMatchObject([{ width: 240, height: 320 }])
  await writeFile(at('turned-cut.mp4'), await bytesOf({ ...clip, poster: null }))
  expect(await ffprobe(at('turned-cut.mp4'), '-show_streams')).not.toContain('rotation')
})

test('other containers and codecs of cameras are taken, and what else is in them stays out', async () => {
  await film('plain.mp4', [], 2)
  await writeFile(at('words.srt'), '1\n00:00:00,000 --> 00:00:01,000\nA secret line\n')
  const made = {
    'a.mkv': ['-i', at('words.srt'), '-map', '0', '-map', '1', '-c:v', 'copy', '-c:a', 'copy', '-c:s', 'srt'],
    'b.webm': ['-c:v', 'libvpx', '-deadline', 'realtime', '-c:a', 'libopus'],
    'c.ts': ['-c', 'copy', '-f', 'mpegts'],
    'd.avi': ['-c:v', 'mpeg4', '-c:a', 'mp3'],
    'e.mov': ['-c:v', 'mjpeg', '-c:a', 'pcm_s16le'],
  }
  for (const [name, args] of Object.entries(made)) {
    await ffmpeg('-i', at('plain.mp4'), ...args, at(name))
    const master = await offered(at(name))
    expect(master, `${name}: ${master.problem}`).toMatchObject({ state: 'ready', width: 320, height: 240 })
    const clip = await clipOf(master)
    expect(clip, `${name}: ${clip.problem}`).toMatchObject({ state: 'ready' })
    expect((await bytesOf(clip)).includes('secret line')).toBe(false)
  }
})

test('after all of them the next good file is taken', async () => {
  expect(await offered(await film('good.mp4', ['-metadata', 'comment=the last']))).toMatchObject({
    state: 'ready',
  })
})
