import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
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

/** As a process leaves it that is killed: the name tells of an owner that is gone. */
async function orphaned(group: string): Promise<string> {
  const folder = await openWorkFolder(parent)
  const [place, , , id] = basename(dirname(folder.path)).split('.')
  const path = join(parent, `${place}.4000000.1.${id}`)
  await rename(dirname(folder.path), path)
  await writeFile(join(path, 'groups'), group)
  return path
}

/** As the kernel counts it. */
const beganOf = async (pid: number): Promise<string> =>
  (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ')[19] ?? ''

test('what a killed process left running is killed, and what it left half-made is removed', async () => {
  const child = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)))
  const path = await orphaned(`${child.pid} ${await beganOf(child.pid ?? 0)}\n`)
  await sweepWorkFolders(parent)
  expect(await ended).toBe('SIGKILL')
  expect(existsSync(path)).toBe(false)
})

test("a group whose number is another's by now is not touched", async () => {
  const child = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' })
  await orphaned(`${child.pid} 7\n`)
  await sweepWorkFolders(parent)
  expect(child.exitCode).toBeNull()
  expect(child.signalCode).toBeNull()
  child.kill('SIGKILL')
})

test('one that was killed before it had begun leaves nothing either', async () => {
  const path = await orphaned('')
  await sweepWorkFolders(parent)
  expect(existsSync(path)).toBe(false)
})

test('a folder that tells nothing goes once it is old', async () => {
  await mkdir(join(parent, 'new'))
  await mkdir(join(parent, 'old'))
  await utimes(join(parent, 'old'), 0, 0)
  await sweepWorkFolders(parent)
  expect([existsSync(join(parent, 'new')), existsSync(join(parent, 'old'))]).toEqual([true, false])
})
