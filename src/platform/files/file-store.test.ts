import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, open, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Refusal } from '../http/problem.ts'
import { FileStore } from './file-store.ts'

let folder: string
let files: FileStore

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pressbox-files-'))
  files = new FileStore(folder)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const LIMIT = { maxBytes: 1000 }
const arriving = (): Promise<string[]> => readdir(join(folder, 'arriving'))

async function* inChunks(text: string, size = 3): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < text.length; i += size) yield Buffer.from(text.slice(i, i + size))
}

test('a file is kept under the hash of its bytes, whether it comes at once or in chunks', async () => {
  const sha256 = createHash('sha256').update('the tape').digest('hex')
  expect(await files.put(Buffer.from('the tape'), LIMIT)).toEqual({ sha256, bytes: 8 })
  expect(await files.put(inChunks('the tape'), LIMIT)).toEqual({ sha256, bytes: 8 })
  expect(String(await files.read(sha256))).toBe('the tape')
  expect(await Array.fromAsync(files.list())).toEqual([sha256])
  expect(await arriving()).toEqual([])
})

test('a file over the limit is refused while it comes, and leaves nothing', async () => {
  const refused = files.put(inChunks('x'.repeat(2000)), LIMIT)
  await expect(refused).rejects.toMatchObject({ kind: 'too-large' })
  expect(await arriving()).toEqual([])
  expect(await Array.fromAsync(files.list())).toEqual([])
})

test('a stream that breaks off leaves nothing', async () => {
  async function* breaking(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('half')
    throw new Error('connection lost')
  }
  await expect(files.put(breaking(), LIMIT)).rejects.toThrow('connection lost')
  expect(await arriving()).toEqual([])
})

test.skipIf(!existsSync('/dev/full'))('a full disk refuses clearly and leaves nothing', async () => {
  const full = new FileStore(folder, () => open('/dev/full', 'w'))
  const refusal: unknown = await full.put(Buffer.from('the tape'), LIMIT).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(Refusal)
  expect(refusal).toMatchObject({ kind: 'storage-full' })
  expect(await arriving()).toEqual([])
  expect(await Array.fromAsync(files.list())).toEqual([])
})

test('what is received is kept only when asked to', async () => {
  const received = await files.receive(Buffer.from('a look first'), LIMIT)
  expect(await files.has(received.sha256)).toBe(false)
  await received.discard()
  expect(await arriving()).toEqual([])
})

test('a derived file is made once, and goes with its original', async () => {
  const { sha256 } = await files.put(Buffer.from('the tape'), LIMIT)
  let made = 0
  const make = async (path: string): Promise<void> => {
    made++
    await writeFile(path, 'small')
  }
  const path = await files.derive(sha256, '320.jpg', make)
  expect(await files.derive(sha256, '320.jpg', make)).toBe(path)
  expect(made).toBe(1)
  await files.remove(sha256)
  expect(existsSync(path)).toBe(false)
  expect(await files.has(sha256)).toBe(false)
})

test('a derived file whose making fails is not there', async () => {
  const { sha256 } = await files.put(Buffer.from('the tape'), LIMIT)
  const failing = files.derive(sha256, '320.jpg', () => Promise.reject(new Error('no')))
  await expect(failing).rejects.toThrow('no')
  expect(existsSync(files.derivedPath(sha256, '320.jpg'))).toBe(false)
  expect(await arriving()).toEqual([])
})

test('no name from outside becomes a path', () => {
  const sha256 = 'a'.repeat(64)
  for (const name of ['../x', '..', '.x', 'a/b', 'a\0b', '', '%2e%2e', 'x'.repeat(200)])
    expect(() => files.derivedPath(sha256, name)).toThrow('derived file')
  for (const hash of ['../../etc/passwd', 'A'.repeat(64), 'a'.repeat(63), ''])
    expect(() => files.path(hash)).toThrow('SHA-256')
})

test('half-written files of killed processes are swept away, those of living ones are not', async () => {
  await files.put(Buffer.from('makes the folder'), LIMIT)
  const old = join(folder, 'arriving', 'old')
  await writeFile(old, 'half')
  await writeFile(join(folder, 'arriving', 'new'), 'half')
  await utimes(old, 0, 0)
  await files.sweep()
  expect(await arriving()).toEqual(['new'])
})

test('a file of this disk is hashed and moved into the store without being copied', async () => {
  const path = join(folder, 'upload')
  await writeFile(path, 'the tape')
  const stored = await files.hash(path)
  expect(stored).toEqual({ sha256: createHash('sha256').update('the tape').digest('hex'), bytes: 8 })
  await files.adopt(path, stored.sha256)
  expect(existsSync(path)).toBe(false)
  expect(String(await files.read(stored.sha256))).toBe('the tape')
})
