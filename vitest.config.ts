import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const SLOW = ['journeys', 'kills', 'faults', 'load'].map((folder) => `test/${folder}/**/*.test.ts`)
const MINUTE_MS = 60_000
// As long as a busy machine may take: a poll ends as soon as it holds.
const POLL = { poll: { timeout: 15_000 } }
// One more than there are processors: each waits now and then, for a database, a tool, a start, an instant.
const SIDE_BY_SIDE = availableParallelism() + 1
// The seconds that it promises are counted.
const DEMO = 'test/journeys/demo.test.ts'

export default defineConfig({
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'bin/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: SLOW,
          testTimeout: 20_000,
          hookTimeout: MINUTE_MS,
          maxWorkers: SIDE_BY_SIDE,
          expect: POLL,
        },
      },
      slow('journeys', { testTimeout: 3 * MINUTE_MS, maxWorkers: SIDE_BY_SIDE, exclude: [DEMO] }),
      slow('journeys-alone', { testTimeout: 3 * MINUTE_MS, include: [DEMO] }),
      slow('kills', { testTimeout: 5 * MINUTE_MS, maxWorkers: SIDE_BY_SIDE }),
      slow('faults', { testTimeout: 5 * MINUTE_MS }),
      slow('load', { testTimeout: 10 * MINUTE_MS }),
    ],
  },
})

interface Pace {
  testTimeout: number
  /** So many files at a time; one, where time is measured or whole processors are taken. */
  maxWorkers?: number
  include?: string[]
  exclude?: string[]
}

function slow(name: string, { maxWorkers = 1, include = [`test/${name}/**/*.test.ts`], ...pace }: Pace) {
  return {
    test: {
      ...pace,
      name,
      include,
      maxWorkers,
      // The demo draws its pictures and footage when it first starts.
      hookTimeout: 5 * MINUTE_MS,
      expect: POLL,
    },
  }
}
