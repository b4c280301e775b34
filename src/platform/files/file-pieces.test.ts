import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FilePieces } from './file-pieces.ts'

const BYTES = Buffer.from(Array.from({ length: 1_000_003 }, (_, i) => i % 251))
let folder: string
let path: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pressbox-pieces-'))
  path = join(folder, 'file')
  await writeFile(path, BYTES)
})
afterAll(() => rm(folder, { recursive: true }))

const read = async (pieces: FilePieces, start: number, end: number): Promise<Buffer> =>
  Buffer.from(await new Response(pieces.stream(path, { start, end })).arrayBuffer())

test.each([
  [0, BYTES.length - 1],
  [0, 0],
  [BYTES.length - 1, BYTES.length - 1],
  [262_143, 262_144],
  [262_144, 524_287],
  [100, 900_000],
])('gives the bytes %i to %i, and nothing else', async (start, end) => {
  const bytes = await read(new FilePieces(), start, end)
  expect(bytes.equals(BYTES.subarray(start, end + 1))).toBe(true)
})

test('many at once get the same', async () => {
  const pieces = new FilePieces()
  const all = await Promise.all(Array.from({ length: 50 }, (_, i) => read(pieces, i * 1000, 900_000)))
  all.forEach((bytes, i) => expect(bytes.equals(BYTES.subarray(i * 1000, 900_001))).toBe(true))
})

test('a file that ends before its span breaks the answer off instead of filling it up', async () => {
  await expect(read(new FilePieces(), 999_000, 1_100_000)).rejects.toThrow(/ends before byte 1000003/)
})

test('a file that was not there is read once it is', async () => {
  const pieces = new FilePieces()
  const late = join(folder, 'late')
  const text = () => new Response(pieces.stream(late, { start: 0, end: 3 })).text()
  await expect(text()).rejects.toThrow(/ENOENT/)
  await writeFile(late, 'here')
  expect(await text()).toBe('here')
})
