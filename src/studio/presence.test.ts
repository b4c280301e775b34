import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sql } from '../platform/db/database.ts'
import { testPlatform, type TestPlatform } from '../../test/support/test-platform.ts'
import { forgetProcess, readPresence, reportReaders } from './presence-store.ts'

let t: TestPlatform
beforeAll(async () => {
  t = await testPlatform()
})
afterAll(() => t.close())
beforeEach(() => sql`delete from processes`.execute(t.p.q))

describe('who is on the site now', () => {
  it('is nobody while no process has readers', async () => {
    expect(await readPresence(t.p)).toEqual({ readers: 0, places: [] })
  })

  it('adds up all processes, the most read pages first', async () => {
    await reportReaders(t.p, randomUUID(), 7, { '/': 4, '/stories/rink-cam': 3 })
    await reportReaders(t.p, randomUUID(), 5, { '/stories/rink-cam': 5 })
    expect(await readPresence(t.p)).toEqual({
      readers: 12,
      places: [
        { path: '/stories/rink-cam', readers: 8 },
        { path: '/', readers: 4 },
      ],
    })
  })

  it('counts a process by its last report, and not at all once it has gone or fallen silent', async () => {
    const [gone, silent] = [randomUUID(), randomUUID()]
    await reportReaders(t.p, gone, 3, { '/': 3 })
    await reportReaders(t.p, gone, 2, { '/': 2 })
    await reportReaders(t.p, silent, 9, { '/': 9 })
    await sql`update processes set seen_at = now() - interval '1 minute' where id = ${silent}`.execute(t.p.q)
    expect((await readPresence(t.p)).readers).toBe(2)
    await forgetProcess(t.p, gone)
    expect(await readPresence(t.p)).toEqual({ readers: 0, places: [] })
  })
})
