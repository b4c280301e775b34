import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testPlatform, type TestPlatform } from '../../test/support/test-platform.ts'
import { NOBODY, type Person, SYSTEM } from '../people/public.ts'
import { problemResponse } from '../platform/http/problem.ts'
import { RecordedReading } from '../platform/live/reading.ts'
import { addPicture } from './add-picture.ts'
import { filesDoor } from './files-door.ts'
import { findPictures } from './find-pictures.ts'
import { listPictures } from './list-pictures.ts'
import { pictureHtml, pictureUrl, shareImageUrl } from './picture-html.ts'
import type { Picture } from './picture-store.ts'
import { removePicture } from './remove-picture.ts'
import { updatePicture } from './update-picture.ts'

let t: TestPlatform
beforeAll(async () => {
  t = await testPlatform()
})
afterAll(() => t.close())

const HOST: Person = { ...SYSTEM, kind: 'person', id: 'host', role: 'host' }
const add = async (bytes: Uint8Array, alt = 'A rink'): Promise<Picture> =>
  (await addPicture(t.p, HOST, { bytes, alt, credit: 'Our desk' })).picture

async function get(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  const [, , sha256 = '', name = ''] = url.split('/')
  const request = new Request(`http://site.test${url}`, { headers, method })
  return filesDoor(t.p)(request, sha256, name).catch((error: unknown) =>
    problemResponse(error, (unexpected) => {
      throw unexpected
    }),
  )
}

/** Left half red, right half blue. */
const halves = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: 'red' } }).composite([
    {
      input: { create: { width: width / 2, height, channels: 3, background: 'blue' } },
      left: width / 2,
      top: 0,
    },
  ])

async function colourOf(response: Response): Promise<string> {
  const { dominant } = await sharp(await response.arrayBuffer()).stats()
  return dominant.r > 128 ? 'red' : dominant.b > 128 ? 'blue' : 'other'
}

/** As it is once it has been made for good. */
async function getMade(url: string): Promise<Response> {
  await expect.poll(async () => (await get(url)).headers.get('cache-control')).toContain('immutable')
  return get(url)
}

test('until the AVIF is made its address answers the WebP, which nobody keeps', async () => {
  const picture = await add(await halves(1200, 600).png().toBuffer())
  const url = pictureUrl(picture, 960, 'avif')
  const first = await get(url)
  expect([first.headers.get('content-type'), first.headers.get('cache-control')]).toEqual([
    'image/webp',
    'no-cache',
  ])
  expect((await getMade(url)).headers.get('content-type')).toBe('image/avif')
})

test('every accepted kind is taken by its bytes and served as AVIF, WebP and JPEG', async () => {
  const base = halves(600, 300)
  const kinds = {
    'image/jpeg': await base.clone().jpeg().toBuffer(),
    'image/png': await base.clone().png().toBuffer(),
    'image/webp': await base.clone().webp().toBuffer(),
    'image/avif': await base.clone().avif({ effort: 0 }).toBuffer(),
    'image/gif': await base.clone().gif().toBuffer(),
  }
  for (const [mime, bytes] of Object.entries(kinds)) {
    const picture = await add(bytes)
    expect(picture).toMatchObject({ mime, width: 600, height: 300, bytes: bytes.length })
    expect(picture.averageColour).toMatch(/^#[0-9a-f]{6}$/)
    for (const format of ['avif', 'webp', 'jpg'] as const) {
      const response = await getMade(pictureUrl(picture, 320, format))
      expect(response.headers.get('content-type')).toBe(format === 'jpg' ? 'image/jpeg' : `image/${format}`)
      expect(await sharp(await response.arrayBuffer()).metadata()).toMatchObject({ width: 320, height: 160 })
    }
  }
})

test('a rendition is upright, and carries neither GPS nor anything else of the EXIF', async () => {
  const bytes = await halves(600, 300)
    .jpeg()
    .withExif({
      IFD0: { Copyright: 'A secret name', Orientation: '6' },
      IFD3: { GPSLatitude: '51/1 30/1 0/1', GPSLatitudeRef: 'N' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()
  expect((await sharp(bytes).metadata()).exif).toBeDefined()
  const picture = await add(bytes)
  expect(picture).toMatchObject({ width: 300, height: 600 })
  for (const format of ['avif', 'webp', 'jpg'] as const) {
    const served = Buffer.from(await (await getMade(pictureUrl(picture, 160, format))).arrayBuffer())
    const { exif, xmp, iptc, width, height, orientation } = await sharp(served).metadata()
    expect({ exif, xmp, iptc, width, height }).toEqual({ width: 160, height: 320 })
    expect(orientation ?? 1).toBe(1)
  }
  // Turned clockwise, the left half is the top: a crop around it is red.
  const top = await updatePicture(t.p, HOST, picture.id, picture.revision, { focalX: 50, focalY: 0 })
  expect(await colourOf(await get(pictureUrl(top, 160, 'jpg', '2:1')))).toBe('red')
})

test('the original is kept byte for byte, and no address gives it out', async () => {
  const bytes = await halves(640, 400).jpeg().toBuffer()
  const picture = await add(bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  expect(picture.sha256).toBe(sha256)
  expect(Buffer.compare(await t.p.files.read(sha256), bytes)).toBe(0)
  for (const name of ['', sha256, 'original.jpg', '640', '640.jpeg', '..%2F..', '../640.jpg', '%00'])
    expect((await get(`/files/${sha256}/${name}`)).status).toBe(404)
})

test('a file that lies in the store but is no known picture has no address', async () => {
  const { sha256 } = await t.p.files.put(await halves(640, 400).png().toBuffer(), { maxBytes: 1e6 })
  expect((await get(`/files/${sha256}/320.jpg`)).status).toBe(404)
})

test('a crop follows the focal point; a page of before gets the present one', async () => {
  const picture = await add(await halves(1000, 250).png().toBuffer())
  const before = pictureUrl(picture, 160, 'jpg', '1:1')
  const right = await updatePicture(t.p, HOST, picture.id, picture.revision, { focalX: 100 })
  expect(await colourOf(await get(pictureUrl(right, 160, 'jpg', '1:1')))).toBe('blue')
  const moved = await get(before)
  expect([moved.status, moved.headers.get('location')]).toEqual([302, pictureUrl(right, 160, 'jpg', '1:1')])
  const left = await updatePicture(t.p, HOST, picture.id, right.revision, { focalX: 0 })
  expect(await colourOf(await get(pictureUrl(left, 160, 'jpg', '1:1')))).toBe('red')
})

test('widths, shapes and focal points that the site does not ask for are not made', async () => {
  const picture = await add(await halves(640, 320).webp().toBuffer())
  for (const name of ['321.jpg', '960.jpg', '640x100-50-50.jpg', '320x180-50-101.jpg', '320x180-50.jpg'])
    expect((await get(`/files/${picture.sha256}/${name}`)).status, name).not.toBe(200)
  expect(existsSync(t.p.files.derivedPath(picture.sha256, '321.jpg'))).toBe(false)
})

test('pictures are kept by browsers for good, answered in parts, and never sniffed or run', async () => {
  const picture = await add(await halves(480, 320).png().toBuffer())
  const url = pictureUrl(picture, 320, 'webp')
  const whole = await get(url)
  const bytes = Buffer.from(await whole.arrayBuffer())
  expect(whole.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(whole.headers.get('x-content-type-options')).toBe('nosniff')
  expect(whole.headers.get('content-security-policy')).toBe("default-src 'none'")
  const etag = whole.headers.get('etag') ?? ''
  expect((await get(url, { 'if-none-match': etag })).status).toBe(304)
  const part = await get(url, { range: 'bytes=10-19' })
  expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 10-19/${bytes.length}`])
  expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(10, 20))
  const tail = await get(url, { range: 'bytes=-5', 'if-range': etag })
  expect(Buffer.from(await tail.arrayBuffer())).toEqual(bytes.subarray(-5))
  expect((await get(url, { range: `bytes=${bytes.length}-` })).status).toBe(416)
  expect((await get(url, { range: 'bytes=0-4', 'if-range': '"other"' })).status).toBe(200)
  const head = await get(url, {}, 'HEAD')
  expect([head.headers.get('content-length'), await head.text()]).toEqual([String(bytes.length), ''])
})

test('SVG is refused with a reason, however it is named or wrapped', async () => {
  const svgs = [
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    '\uFEFF\n <?xml version="1.0"?><svg/>',
    '<!-- a comment --><svg onload="alert(1)">',
  ]
  for (const svg of svgs)
    await expect(add(Buffer.from(svg))).rejects.toMatchObject({
      kind: 'unsupported-type',
      message: expect.stringContaining('SVG') as string,
    })
  for (const other of ['<html>', 'GIF90a', '', '%PDF-1.7', '\x7fELF'])
    await expect(add(Buffer.from(other))).rejects.toMatchObject({ kind: 'unsupported-type' })
})

test('a picture of 50,000 by 50,000 pixels is refused before it is decoded', async () => {
  const started = performance.now()
  await expect(add(pngOf(50_000, 50_000))).rejects.toMatchObject({
    kind: 'too-large',
    message: expect.stringContaining('50000 × 50000') as string,
  })
  expect(performance.now() - started).toBeLessThan(3000)
})

test('a damaged picture is refused, and nothing of what was refused is left', async () => {
  const good = await halves(600, 300).jpeg().toBuffer()
  await expect(add(good.subarray(0, good.length / 2))).rejects.toMatchObject({ kind: 'unprocessable' })
  await expect(
    add(Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(500, 7)])),
  ).rejects.toMatchObject({
    kind: 'unprocessable',
  })
  const sha256 = createHash('sha256')
    .update(good.subarray(0, good.length / 2))
    .digest('hex')
  expect(await t.p.files.has(sha256)).toBe(false)
  expect(readdirSync(join(t.p.config.PRESSBOX_DATA, 'files', 'arriving'))).toEqual([])
})

test('the same bytes added twice are one picture', async () => {
  const bytes = await halves(200, 200).png().toBuffer()
  const [first, second] = await Promise.all([add(bytes, 'One'), add(bytes, 'Two')])
  expect(second.id).toBe(first.id)
  expect((await addPicture(t.p, HOST, { bytes })).added).toBe(false)
})

test('a stale change is refused with the other version; a good one is pushed to the pages that show it', async () => {
  const picture = await add(await halves(220, 200).png().toBuffer())
  const reading = new RecordedReading(t.p, t.p.clock.now())
  expect((await findPictures(reading, [picture.id, null])).get(picture.id)?.alt).toBe('A rink')
  const since = t.p.tail.position
  await updatePicture(t.p, HOST, picture.id, 1, { alt: 'An empty rink' })
  await t.p.tail.sync()
  expect(t.p.tail.changedSince(since, reading.topics)).toBe(true)
  await expect(updatePicture(t.p, HOST, picture.id, 1, { alt: 'Mine' })).rejects.toMatchObject({
    kind: 'stale',
    extra: { current: { alt: 'An empty rink', revision: 2 } },
  })
})

test('the library is listed newest first, by cursor, and searched by the beginnings of words', async () => {
  const made: Picture[] = []
  for (const [i, alt] of ['Zamboni at dawn', 'The zamboni driver', 'A goal'].entries())
    made.push(
      await add(
        await halves(300 + i * 2, 100)
          .png()
          .toBuffer(),
        alt,
      ),
    )
  const found = await listPictures(t.p, HOST, { q: "zamb' & | !", limit: 1 })
  expect(found.items.map(({ alt }) => alt)).toEqual(['The zamboni driver'])
  const more = await listPictures(t.p, HOST, { q: 'ZAMB', limit: 1, after: found.next ?? '' })
  expect(more).toMatchObject({ items: [{ id: made[0]?.id }], next: null })
  await expect(listPictures(t.p, HOST, { after: "' or 1=1", limit: 1 })).rejects.toMatchObject({
    kind: 'invalid',
  })
})

test('a picture in use stays; one that is not goes with all its files', async () => {
  const picture = await add(await halves(400, 220).png().toBuffer())
  await get(pictureUrl(picture, 320, 'jpg'))
  const used = () => Promise.resolve([{ title: 'Rink cam', path: '/studio/stories/1' }])
  await expect(removePicture(t.p, HOST, picture.id, 1, used)).rejects.toMatchObject({ kind: 'conflict' })
  await removePicture(t.p, HOST, picture.id, 1, () => Promise.resolve([]))
  expect((await get(pictureUrl(picture, 320, 'jpg'))).status).toBe(404)
  expect(await t.p.files.has(picture.sha256)).toBe(false)
  expect(existsSync(t.p.files.derivedPath(picture.sha256, '320.jpg'))).toBe(false)
})

test('nobody adds, lists, changes or removes pictures without the right', async () => {
  const picture = await add(await halves(240, 220).png().toBuffer())
  const refused = { kind: 'not-signed-in' }
  await expect(addPicture(t.p, NOBODY, { bytes: Buffer.from('x') })).rejects.toMatchObject(refused)
  await expect(listPictures(t.p, NOBODY, { limit: 1 })).rejects.toMatchObject(refused)
  await expect(updatePicture(t.p, NOBODY, picture.id, 1, {})).rejects.toMatchObject(refused)
  await expect(removePicture(t.p, NOBODY, picture.id, 1, () => Promise.resolve([]))).rejects.toMatchObject(
    refused,
  )
})

test('many readers who ask for a new rendition at once cost one making', async () => {
  const picture = await add(await halves(1000, 500).png().toBuffer())
  const all = await Promise.all(Array.from({ length: 20 }, () => get(pictureUrl(picture, 960, 'webp'))))
  expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200]))
  const folder = join(t.p.files.derivedPath(picture.sha256, 'x'), '..')
  expect(await readdir(folder)).toEqual(['960.webp'])
})

test('the share image is 1200 by 630, whatever the original is', async () => {
  const picture = await add(await halves(300, 900).png().toBuffer())
  const response = await get(shareImageUrl(picture))
  expect(await sharp(await response.arrayBuffer()).metadata()).toMatchObject({
    width: 1200,
    height: 630,
    format: 'jpeg',
  })
})

test('the markup escapes words, reserves the box and names no width beyond the original', async () => {
  const picture = await add(await halves(700, 350).png().toBuffer(), '"><script>alert(1)</script>')
  const markup = pictureHtml(picture, { sizes: '100vw', ratio: '1:1' }).toString()
  expect(markup).not.toContain('<script>')
  expect(markup).toContain('width="320"')
  expect(markup).toContain('height="320"')
  expect(markup).not.toMatch(/480w|style=/)
})

/** A PNG whose header claims a size, with nearly no data behind it. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data])
    const out = Buffer.alloc(body.length + 8)
    out.writeUInt32BE(data.length)
    body.copy(out, 4)
    out.writeUInt32BE(crc32(body), body.length + 4)
    return out
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([8, 2], 8)
  const data = deflateSync(Buffer.alloc(1000))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
