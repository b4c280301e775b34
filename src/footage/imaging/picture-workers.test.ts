import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { PictureJob } from './picture-job.ts'
import { PictureWorkers } from './picture-workers.ts'

// Stands for a decoder: the input's name says how it behaves.
const DECODER = `
process.on('message', ({ id, job }) => {
  if (job.input === 'crash') process.kill(process.pid, 'SIGSEGV')
  else if (job.input === 'hang') for (;;);
  else setTimeout(() => process.send({ id, ok: true, result: {
    width: process.pid, height: 1, averageColour: process.env.PATH ?? 'no environment' } }), 20)
})
process.on('disconnect', () => process.exit(0))`

let folder: string
let decoder: string
let workers: PictureWorkers

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pressbox-workers-'))
  decoder = join(folder, 'decoder.mjs')
  await writeFile(decoder, DECODER)
})
afterAll(() => rm(folder, { recursive: true, force: true }))
afterEach(() => workers.stop())

const job = (input: string): PictureJob => ({ kind: 'inspect', input, maxPixels: 1 })

test('a decoder that crashes takes its own job with it, and the next one finds another', async () => {
  workers = new PictureWorkers({ processes: 1 }, decoder)
  const crash = workers.run(job('crash'))
  const next = workers.run(job('fine'))
  await expect(crash).rejects.toThrow('crashed')
  await expect(next).resolves.toMatchObject({ height: 1 })
})

test('a decoder that hangs is killed when its time is up', async () => {
  workers = new PictureWorkers({ processes: 1, timeMs: 3000 }, decoder)
  const hang = workers.run(job('hang'))
  const next = workers.run(job('fine'))
  await expect(hang).rejects.toThrow('too long')
  await expect(next).resolves.toMatchObject({ height: 1 })
})

test('no more than so many processes run, and no more than so many jobs wait', async () => {
  workers = new PictureWorkers({ processes: 2, waiting: 3 }, decoder)
  const jobs = Array.from({ length: 6 }, () => workers.run(job('fine')))
  const results = await Promise.allSettled(jobs)
  expect(results.map(({ status }) => status)).toEqual([...Array<string>(5).fill('fulfilled'), 'rejected'])
  await expect(jobs[5]).rejects.toMatchObject({ kind: 'unavailable' })
  const pids = new Set(results.flatMap((r) => (r.status === 'fulfilled' ? [r.value?.width] : [])))
  expect(pids.size).toBe(2)
})

test('an idle process ends, and it never sees our environment', async () => {
  workers = new PictureWorkers({ processes: 1, idleMs: 50 }, decoder)
  await expect(workers.run(job('fine'))).resolves.toMatchObject({ averageColour: 'no environment' })
  expect(workers.pids).toHaveLength(1)
  await expect.poll(() => workers.pids).toEqual([])
})
