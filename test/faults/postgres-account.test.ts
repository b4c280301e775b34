import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { checkoutInClosedHome } from '../support/closed-home.ts'
import { ask, hold, postmasterPid, type Holder } from '../support/postgres-holder.ts'

const SYSTEM = '/var/lib/pressbox'
const SOMEBODY = 12_345
const folders: string[] = []
const holders: Holder[] = []

afterEach(async () => {
  for (const holder of holders.splice(0)) await holder.end('SIGTERM')
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

async function held(...args: Parameters<typeof hold>): Promise<Holder> {
  const holder = await hold(...args)
  holders.push(holder)
  return holder
}

describe.runIf(process.getuid?.() === 0)('started by root', () => {
  test('the database runs as a user without rights, whom alone its folder and socket admit', async () => {
    const data = folder(0o755)
    const { url, problem } = await held(data)
    expect(problem).toBeUndefined()
    expect(await ask(url, 'select 1 as a')).toBe(1)
    const owner = statSync(join(data, 'postgres')).uid
    expect(owner).toBeGreaterThan(0)
    expect(statSync(`/proc/${postmasterPid(join(data, 'postgres/cluster'))}`).uid).toBe(owner)
    expect(statSync(join(data, 'postgres')).mode & 0o777).toBe(0o700)
    expect(statSync(join(data, 'postgres/socket')).mode & 0o777).toBe(0o700)
  })

  test('a checkout and data below a closed home folder work, with the programs not yet linked, and keep their data', async () => {
    const { home, checkout } = checkoutInClosedHome()
    const before = new Set(existsSync(SYSTEM) ? readdirSync(SYSTEM) : [])
    folders.push(home)
    const data = join(checkout, 'data')
    const script = join(checkout, 'test/support/hold-postgres.ts')
    const first = await held(data, { script })
    folders.push(
      ...readdirSync(SYSTEM)
        .filter((name) => !before.has(name))
        .map((name) => join(SYSTEM, name)),
    )
    expect(first.problem).toBeUndefined()
    await ask(first.url, 'create table kept as select 1 as a')
    await first.end('SIGTERM')
    const second = await held(data, { script })
    expect(await ask(second.url, 'select count(*)::int from kept')).toBe(1)
    expect(dirname(readFileSync(join(data, 'postgres.place'), 'utf8'))).toBe(SYSTEM)
    expect(statSync(home).mode & 0o777).toBe(0o700)
  })

  test('a data folder that was emptied begins anew, though its old database lay elsewhere', async () => {
    const data = folder(0o700)
    const first = await held(data)
    folders.push(placeOf(data))
    await ask(first.url, 'create table kept as select 1 as a')
    await first.end('SIGTERM')
    for (const name of readdirSync(data)) rmSync(join(data, name), { recursive: true })
    const second = await held(data)
    folders.push(placeOf(data))
    expect(await ask(second.url, `select to_regclass('kept') as there`)).toBeNull()
  })

  test('a database that an ordinary user began is served on as that user', async () => {
    const daemon = Number(execFileSync('id', ['-u', 'daemon'], { encoding: 'utf8' }))
    const data = folder(0o755)
    chownSync(data, daemon, daemon)
    const own = await held(data, { uid: daemon })
    await ask(own.url, 'create table kept as select 1 as a')
    await own.end('SIGTERM')
    const { url } = await held(data)
    expect(await ask(url, 'select count(*)::int from kept')).toBe(1)
    expect(statSync(join(data, 'postgres/cluster/postmaster.pid')).uid).toBe(daemon)
  })

  test('a user without a name is told what PostgreSQL misses', async () => {
    const data = folder(0o755)
    chownSync(data, SOMEBODY, SOMEBODY)
    expect((await held(data, { uid: SOMEBODY })).problem).toContain(
      'needs a name for the user it runs as (id 12345)',
    )
  })

  test('a database that root began tells an ordinary user who may start it', async () => {
    const data = folder(0o755)
    const first = await held(data)
    await first.end('SIGTERM')
    const { problem } = await held(data, { uid: SOMEBODY })
    expect(problem).toContain('start Pressbox as that user or as root')
  })
})

function placeOf(data: string): string {
  return readFileSync(join(data, 'postgres.place'), 'utf8').trim()
}

function folder(mode: number): string {
  const dir = mkdtempSync(join(tmpdir(), 'pressbox-account-'))
  chmodSync(dir, mode)
  folders.push(dir)
  return dir
}
