import { randomBytes } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { startPostgres } from '../../src/platform/db/postgres-server.ts'
import { Desk } from '../support/desk.ts'
import { fetchPage } from '../support/following-reader.ts'
import { ask } from '../support/postgres-holder.ts'
import { RunningSite } from '../support/running-site.ts'

const disk = mkdtempSync(join(tmpdir(), 'pressbox-full-'))
const filler = join(disk, 'filler')
const SIZE = '300m'
// Only root can mount a disk of a given size; nothing else bounds the space of one program without bounding its other writes.
const canMount =
  process.getuid?.() === 0 && mount('-t', 'tmpfs', '-o', `size=${SIZE},mode=755`, 'tmpfs', disk)

afterAll(() => {
  if (canMount) spawnSync('umount', [disk])
  rmSync(disk, { recursive: true, force: true })
})

function mount(...args: string[]): boolean {
  return spawnSync('mount', args).status === 0
}

/** Leaves so many bytes free. */
function fill(leave: number): void {
  const { bavail, bsize } = statfsSync(disk)
  const chunk = Buffer.alloc(1 << 20)
  const file = openSync(filler, 'a')
  for (let left = bavail * bsize - leave; left > 0; left -= chunk.length)
    writeSync(file, chunk, 0, Math.min(left, chunk.length))
  closeSync(file)
}

describe.runIf(canMount)('when the disk of the database is full', () => {
  test('writes are refused with the reason, pages are served, and what was there is there when there is room again', async () => {
    const postgres = await startPostgres({ dataDir: join(disk, 'data') })
    const site = await RunningSite.start({
      script: 'src/main.ts',
      environment: { DATABASE_URL: postgres.url },
    })
    try {
      const desk = await Desk.open(site)
      const kept = [await desk.publishNew('Written while there was room')]
      fill(2_000_000)
      const refused: { status: number; detail: string }[] = []
      for (let i = 0; i < 300 && refused.length < 5; i++) {
        // Nothing that the database could compress.
        const text = randomBytes(150_000).toString('base64')
        const answer = await desk.ask('POST', '/api/v1/desk/stories', {
          body: {
            headline: `Draft ${i}`,
            document: { schema: 1, blocks: [{ id: 'a', type: 'paragraph', text: [{ text }] }] },
          },
        })
        const { detail = '' } = (await answer.json()) as { detail?: string }
        if (answer.status >= 300) refused.push({ status: answer.status, detail })
      }
      expect(refused).toHaveLength(5)
      for (const { status, detail } of refused) {
        expect([503, 507]).toContain(status)
        expect(detail).toMatch(/disk of the database is full|database cannot be reached/)
      }
      expect((await fetchPage(site.url + kept[0]?.published?.path)).status).toBe(200)

      rmSync(filler)
      await expect
        .poll(() => desk.publishNew('Written when there was room again').then(({ state }) => state), {
          timeout: 20_000,
          interval: 500,
        })
        .toBe('published')
      expect((await fetchPage(site.url + kept[0]?.published?.path)).markup).toContain(
        'Written while there was room',
      )
      // Reads every row and index entry of the stories.
      await ask(postgres.url, 'create extension if not exists amcheck')
      const damage =
        "select count(bt_index_check(c.oid, true)) from pg_class c join pg_am a on a.oid = c.relam where a.amname = 'btree' and c.relpersistence = 'p'"
      expect(Number(await ask(postgres.url, damage))).toBeGreaterThan(50)
    } finally {
      await site.remove()
      await postgres.stop()
    }
  })
})
