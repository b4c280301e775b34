import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sandboxWorks } from './best-sandbox.ts'
import { findTool } from './find-tool.ts'
import { type Progress, runTool, type ToolOptions } from './run-tool.ts'
import type { Confined, SandboxKind } from './sandbox.ts'
import { Superseded } from './tool-problem.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pressbox-tool-'))
  await writeFile(join(folder, 'input'), 'the one input')
  await writeFile(join(folder, 'secret'), 'another file')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A shell stands for ffmpeg. */
const shell = (script: string): Confined => ({
  program: '/bin/sh',
  input: join(folder, 'input'),
  output: folder,
  limits: { memory: 300_000_000, cpuSeconds: 20, fileBytes: 1_000_000 },
  args: (paths) => ['-c', script, 'sh', paths.in, paths.out],
})

const run = (kind: SandboxKind, script: string, options: Partial<ToolOptions> = {}) =>
  runTool(kind, shell(script), {
    signal: new AbortController().signal,
    wallMs: 10_000,
    wantsOutput: true,
    ...options,
  })

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

test('a tool that hangs is killed with all that it started, though it ignores SIGTERM', async () => {
  const started = performance.now()
  const { isLate, stdout, code } = await run('limits', 'trap "" TERM; sleep 60 & echo $!; wait; sleep 60', {
    wallMs: 3000,
  })
  expect({ isLate, code }).toEqual({ isLate: true, code: null })
  expect(performance.now() - started).toBeLessThan(8000)
  expect(Number(stdout)).toBeGreaterThan(1)
  await expect.poll(() => isRunning(Number(stdout))).toBe(false)
})

test('work that is not ours any more is ended at once', async () => {
  const controller = new AbortController()
  let group = 0
  const running = run('limits', 'sleep 60', {
    signal: controller.signal,
    onGroup: (pid) => (group = pid),
  })
  await sleep(200)
  controller.abort()
  await expect(running).rejects.toBeInstanceOf(Superseded)
  await expect.poll(() => isRunning(group)).toBe(false)
})

test('progress is read as it comes', async () => {
  const told: Progress[] = []
  const lines = 'frame=0\nout_time_us=N/A\nprogress=continue\nframe=25\nout_time_us=1040000\nprogress=end\n'
  await run('limits', `printf '${lines}'`, { wantsOutput: false, onProgress: (now) => told.push(now) })
  expect(told).toEqual([
    { outMs: 0, frames: 0 },
    { outMs: 1040, frames: 25 },
  ])
})

test.skipIf(!findTool('prlimit'))('more memory, time or disk than allowed is not to be had', async () => {
  const filled = await run('limits', 'head -c 2000000 /dev/zero > "$2/large"')
  expect(filled.code).not.toBe(0)
  const memory = await run('limits', 'head -c 500000000 /dev/zero | tail -c 400000000 | wc -c')
  expect(memory.stdout.trim()).not.toBe('400000000')
})

test('it sees nothing of our environment', async () => {
  process.env['A_SECRET'] = 'hunter2'
  const { stdout } = await run('limits', 'env')
  delete process.env['A_SECRET']
  expect(stdout).not.toContain('hunter2')
})

test('a sandbox that is tried out says its group too, so that a kill meanwhile leaves nothing for good', async () => {
  const groups: number[] = []
  expect(await sandboxWorks('limits', shell('true'), (group) => groups.push(group))).toBe(true)
  expect(groups).toEqual([expect.any(Number)])
})

for (const kind of ['bubblewrap', 'unshare'] as const)
  test(`in the sandbox of ${kind} there is one file to read, one folder to write and no network`, async (context) => {
    if (!(await sandboxWorks(kind, shell('true'), () => undefined)))
      return context.skip(`${kind} does not work on this machine`)
    const { stdout } = await run(
      kind,
      `cat "$1"; echo made > "$2/made"; cat ${folder}/secret /etc/passwd /proc/1/environ; ls /home /root /var ${folder}
       echo over > "$1"; echo x > /usr/x; cat /sys/class/net/*/address; ls /dev; (exec 3<>/dev/tcp/1.1.1.1/80)`,
    )
    expect(stdout).toContain('the one input')
    expect(stdout).not.toContain('another file')
    expect(stdout).not.toMatch(/root:|over|eth|sda/)
    expect(await readFile(join(folder, 'made'), 'utf8')).toBe('made\n')
    expect(await readFile(join(folder, 'input'), 'utf8')).toBe('the one input')
  })
