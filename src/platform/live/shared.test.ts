import { afterAll, beforeAll, expect, test } from 'vitest'
import { testPlatform, type TestPlatform } from '../../../test/support/test-platform.ts'
import { html } from '../html.ts'
import { type Reading, RecordedReading } from './reading.ts'

let platform: TestPlatform
let score = 0
let reads = 0

const readScore = (reading: Reading): Promise<number> =>
  reading.shared('score', (shared) => {
    reads++
    shared.topic('score')
    return Promise.resolve(score)
  })

/** Through another shared reading, as one that is made of several. */
const readWords = (reading: Reading): Promise<string> =>
  reading.shared('words', async (shared) => `It stands ${await readScore(shared)}.`)

beforeAll(async () => {
  platform = await testPlatform()
  platform.p.regionKinds.add({
    'score/table': async (reading) => html`${await readScore(reading)}`,
    'score/words': async (reading) => html`${await readWords(reading)}`,
  })
})
afterAll(() => platform.close())

async function shown(): Promise<(string | null)[]> {
  const { regions } = platform.p
  const entries = await Promise.all(['score/table', 'score/words'].map((key) => regions.get(key)))
  return entries.map(({ value }) => value.html)
}

test('regions that ask for the same share one reading, and all are made again when it changes', async () => {
  const { p } = platform
  expect(await shown()).toEqual(['0', 'It stands 0.'])
  expect(reads).toBe(1)
  score = 1
  await p.write(async (w) => w.touch('score'))
  await p.tail.sync()
  expect(await shown()).toEqual(['1', 'It stands 1.'])
  expect(reads).toBe(2)
})

test('a door reads for itself', async () => {
  const { p } = platform
  await shown()
  score = 7
  expect(await readWords(new RecordedReading(p, p.clock.now()))).toBe('It stands 7.')
})
