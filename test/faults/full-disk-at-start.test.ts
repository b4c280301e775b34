import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { ask, hasPostmaster, hold } from '../support/postgres-holder.ts'

const disk = mkdtempSync(join(tmpdir(), 'pressbox-disk-'))
const data = join(disk, 'data')
// Only root can mount a disk of a given size.
const canMount = process.getuid?.() === 0 && mount('-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk) && unmount()

afterAll(() => rmSync(disk, { recursive: true }))

describe.runIf(canMount)('a disk without room', () => {
  afterEach(() => expect(unmount()).toBe(true))

  // The sizes at which it fails at once, in the middle, and when the database is made already but has no room to be filled.
  test.for(['2m', '20m', '40m'])(
    'of %s is named as the reason, leaves no server behind, and is no obstacle later',
    async (size) => {
      mount('-t', 'tmpfs', '-o', `size=${size},mode=755`, 'tmpfs', disk)
      const { problem } = await hold(data)
      expect(problem).toContain(`the disk that holds ${data}/postgres is full. Make room and start again.`)
      expect(hasPostmaster(join(data, 'postgres/cluster'))).toBe(false)

      mount('-o', 'remount,size=400m', disk)
      const holder = await hold(data)
      expect(holder.problem).toBeUndefined()
      expect(await ask(holder.url, 'select 1 as a')).toBe(1)
      await holder.end('SIGTERM')
    },
  )
})

function mount(...args: string[]): boolean {
  return spawnSync('mount', args).status === 0
}

function unmount(): boolean {
  return spawnSync('umount', [disk]).status === 0
}
