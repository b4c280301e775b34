import { defineConfig } from 'vitest/config'

const SLOW = ['test/journeys/**/*.test.ts', 'test/faults/**/*.test.ts', 'test/load/**/*.test.ts']
const MINUTE_MS = 60_000
// As long as a busy machine may take: a poll ends as soon as it holds.
const POLL = { poll: { timeout: 15_000 } }

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
          expect: POLL,
        },
      },
      slowProject('journeys', 3 * MINUTE_MS),
      slowProject('faults', 5 * MINUTE_MS),
      slowProject('load', 10 * MINUTE_MS),
    ],
  },
})

// One file at a time: these measure time, start servers and take whole processors.
function slowProject(name: string, testTimeout: number) {
  return {
    test: {
      name,
      include: [`test/${name}/**/*.test.ts`],
      testTimeout,
      hookTimeout: MINUTE_MS * 2,
      fileParallelism: false,
      expect: POLL,
    },
  }
}
