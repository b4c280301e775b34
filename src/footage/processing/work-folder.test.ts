import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorkFolder, sweepWorkFolders } from './work-folder.ts'

let parent: string
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'pressbox-work-'))
})
afterEach(() => rm(parent, { recursive: true, force: true }))

test('work of a living process is left alone; its folder goes when it says so', async () => {
  const folder = await openWorkFolder(parent)
  await writeFile(join(folder.path, 'half.mp4'), 'half')
  await sweepWorkFolders(parent)
  expect(existsSync(join(folder.path, 'half.mp4'))).toBe(true)
  await folder.remove()
  expect(existsSync(folder.path)).toBe(false)
})

/** As a process leaves it that is killed: its note names an owner that is gone. */
async function orphaned(group: number): Promise<string> {
  const folder = await openWorkFolder(parent)
  folder.note(group)
  const path = join(folder.path, '../note.json')
  await expect.poll(async () => JSON.parse(await readFile(path, 'utf8')).groups).toHaveLength(1)
  const note = JSON.parse(await readFile(path, 'utf8'))
  await writeFile(path, JSON.stringify({ ...note, owner: { pid: 4_000_000, began: '1' } }))
  return join(folder.path, '..')
}

test('what a killed process left running is killed, and what it left half-made is removed', async () => {
  const child = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)))
  const path = await orphaned(child.pid ?? 0)
  await sweepWorkFolders(parent)
  expect(await ended).toBe('SIGKILL')
  expect(existsSync(path)).toBe(false)
})

test("a group whose number is another's by now is not touched", async () => {
  const child = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' })
  const path = await orphaned(child.pid ?? 0)
  const note = JSON.parse(await readFile(join(path, 'note.json'), 'utf8'))
  await writeFile(
    join(path, 'note.json'),
    JSON.stringify({ ...note, groups: [{ pid: child.pid, began: 'earlier' }] }),
  )
  await sweepWorkFolders(parent)
  expect(child.exitCode).toBeNull()
  expect(child.signalCode).toBeNull()
  child.kill('SIGKILL')
})

test('a folder that tells nothing goes once it is old', async () => {
  await mkdir(join(parent, 'new'))
  await mkdir(join(parent, 'old'))
  await utimes(join(parent, 'old'), 0, 0)
  await sweepWorkFolders(parent)
  expect([existsSync(join(parent, 'new')), existsSync(join(parent, 'old'))]).toEqual([true, false])
})
