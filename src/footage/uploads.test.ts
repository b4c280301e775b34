import { existsSync } from 'node:fs'
import { appendFile, mkdtemp, readFile, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { SYSTEM } from '../people/public.ts'
import { expireUpload } from './expire-upload.ts'
import { readMaster } from './master-store.ts'
import { makeVideo, OFFSET, testFootage, type TestFootage, TUS } from './test-footage.ts'
import { deleteMaster } from './delete-master.ts'
import { uploadPath } from './uploads-folder.ts'

vi.setConfig({ testTimeout: 120_000 })

let t: TestFootage
let folder: string
let bytes: Uint8Array<ArrayBuffer>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pressbox-uploads-'))
  await makeVideo(join(folder, 'a.mp4'), { seconds: 2 })
  bytes = new Uint8Array(await readFile(join(folder, 'a.mp4')))
  t = await testFootage({ PRESSBOX_MAX_UPLOAD: '5000000' })
})
afterAll(async () => {
  await t.close()
  await rm(folder, { recursive: true, force: true })
})

const UPLOADS = '/api/v1/uploads'
const begin = (headers: Record<string, string>) =>
  t.ask('footage', 'POST', UPLOADS, { headers: { ...TUS, ...headers } })
const patch = (path: string, offset: number, body: Uint8Array<ArrayBuffer>, headers = {}) =>
  t.ask('footage', 'PATCH', path, {
    headers: { ...TUS, 'upload-offset': String(offset), 'content-type': OFFSET, ...headers },
    body,
  })
async function begun(length = bytes.length): Promise<{ path: string; id: string }> {
  const path = (await begin({ 'upload-length': String(length) })).headers.get('location') ?? ''
  return { path, id: path.split('/').at(-1) ?? '' }
}

test('an upload goes on where it broke off, is seen while it grows, and ends as footage', async () => {
  const { path, id } = await begun()
  expect((await patch(path, 0, bytes.slice(0, 1000))).headers.get('upload-offset')).toBe('1000')
  const half = await readMaster(t.p, id)
  expect(half).toMatchObject({ state: 'uploading', bytes: bytes.length })
  expect(half?.progress).toBeCloseTo(1000 / bytes.length)
  const head = await t.ask('footage', 'HEAD', path, { headers: TUS })
  expect([head.status, head.headers.get('upload-offset')]).toEqual([200, '1000'])
  expect((await patch(path, 500, bytes.slice(500))).status).toBe(409)
  expect((await patch(path, 1000, bytes.slice(1000))).status).toBe(204)
  expect(await t.settled(id)).toMatchObject({ state: 'ready', bytes: bytes.length, progress: 1 })
  expect(existsSync(uploadPath(t.p, id))).toBe(false)
  expect((await patch(path, bytes.length, new Uint8Array(5))).status).toBe(410)
  await deleteMaster(t.p, SYSTEM, id)
})

test('one whose last answer was lost is finished when its sender asks how far it is', async () => {
  const { path, id } = await begun()
  // As a process leaves it that dies after the last byte: the bytes are there, and nobody was told.
  await appendFile(uploadPath(t.p, id), bytes)
  const head = await t.ask('footage', 'HEAD', path, { headers: TUS })
  expect(head.headers.get('upload-offset')).toBe(String(bytes.length))
  expect(await t.settled(id)).toMatchObject({ state: 'ready' })
  await deleteMaster(t.p, SYSTEM, id)
})

test('what is too large is refused before a byte of it is sent, with the limit in words', async () => {
  const answer = await begin({ 'upload-length': '5000001' })
  expect(answer.status).toBe(413)
  expect(await answer.json()).toMatchObject({
    maxBytes: 5_000_000,
    detail: expect.stringContaining('5 MB') as string,
  })
  for (const length of ['0', '-1', '1e9', '99999999999999999999', 'abc', ''])
    expect((await begin({ 'upload-length': length })).status, length).toBe(400)
  expect((await begin({})).status).toBe(400)
  expect((await begin({ 'upload-defer-length': '1' })).status).toBe(400)
  expect((await begin({ 'upload-length': '10', 'upload-concat': 'partial' })).status).toBe(400)
  expect((await t.ask('footage', 'GET', '/api/v1/masters')).status).toBe(200)
})

test('no more bytes are taken than were announced', async () => {
  const { path, id } = await begun(10)
  expect((await patch(path, 0, bytes.slice(0, 20), { 'content-length': '20' })).status).toBe(413)
  expect((await patch(path, 0, bytes.slice(0, 20))).status).toBeGreaterThanOrEqual(400)
  const head = await t.ask('footage', 'HEAD', path, { headers: TUS })
  expect(Number(head.headers.get('upload-offset'))).toBeLessThanOrEqual(10)
  await deleteMaster(t.p, SYSTEM, id)
})

test('an id that is none never becomes a path', async () => {
  const ids = ['..', '../../etc/passwd', '%2e%2e%2fpasswd', '..%2F..%2Fx', 'a%00b', 'x.json', '01234567']
  for (const id of ids)
    for (const method of ['PATCH', 'HEAD', 'DELETE'])
      expect(
        (await t.ask('footage', method, `${UPLOADS}/${id}`, { headers: { ...TUS, 'upload-offset': '0' } }))
          .status,
        `${method} ${id}`,
      ).toBeGreaterThanOrEqual(400)
})

test('a name from outside stays a name', async () => {
  const name = Buffer.from('../../<b>evil\0\n name.mp4').toString('base64')
  const answer = await begin({ 'upload-length': '10', 'upload-metadata': `filename ${name},x` })
  const id = (answer.headers.get('location') ?? '').split('/').at(-1) ?? ''
  expect(await readMaster(t.p, id)).toMatchObject({ name: '../../<b>evil name.mp4' })
  await deleteMaster(t.p, SYSTEM, id)
})

test('uploads are for those with the right', async () => {
  const { path, id } = await begun(10)
  for (const [role, status] of [
    [null, 401],
    ['host', 403],
    ['writer', 403],
  ] as const) {
    expect((await t.ask(role, 'POST', UPLOADS, { headers: { ...TUS, 'upload-length': '9' } })).status).toBe(
      status,
    )
    expect((await t.ask(role, 'HEAD', path, { headers: TUS })).status).toBe(status)
    expect((await t.ask(role, 'DELETE', path, { headers: TUS })).status).toBe(status)
  }
  expect((await t.ask('footage', 'DELETE', path, { headers: TUS })).status).toBe(204)
  expect(await readMaster(t.p, id)).toBeNull()
  expect(existsSync(uploadPath(t.p, id))).toBe(false)
})

test('an upload that nobody goes on with is given up after days, one that somebody does is not', async () => {
  const { path, id } = await begun()
  await patch(path, 0, bytes.slice(0, 100))
  await expireUpload(t.p, id)
  expect((await readMaster(t.p, id))?.state).toBe('uploading')
  await utimes(uploadPath(t.p, id), 0, 0)
  await expireUpload(t.p, id)
  expect(await readMaster(t.p, id)).toBeNull()
  expect(existsSync(uploadPath(t.p, id))).toBe(false)
  expect((await t.ask('footage', 'HEAD', path, { headers: TUS })).status).toBe(404)
})
