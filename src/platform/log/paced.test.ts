import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Paced } from './paced.ts'

test('work is done at once, and while it is asked for all the time no more often than its pace', async () => {
  let done = 0
  const paced = new Paced(() => {
    done++
    return sleep(1)
  }, 50)
  paced.ask()
  expect(done).toBe(1)
  for (let i = 0; i < 200; i++) {
    paced.ask()
    await sleep(1)
  }
  expect(done).toBeGreaterThan(1)
  expect(done).toBeLessThanOrEqual(12)
})

test('what is asked for while it is under way is done once more', async () => {
  let wanted = 1
  let seen = 0
  const paced = new Paced(async () => {
    const now = wanted
    await sleep(5)
    seen = now
  }, 5)
  paced.ask()
  wanted = 2
  paced.ask()
  await expect.poll(() => seen).toBe(2)
  await expect.poll(() => paced.running).toBeNull()
})
