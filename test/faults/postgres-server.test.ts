import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  ask,
  hasPostmaster,
  hold,
  postmasterPid,
  spawnHolder,
  type Holder,
} from '../support/postgres-holder.ts'

let data: string
let cluster: string
const holders: Holder[] = []

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'pressbox-fault-'))
  chmodSync(data, 0o711)
  cluster = join(data, 'postgres/cluster')
})
afterEach(async () => {
  for (const holder of holders.splice(0)) await holder.end('SIGTERM')
  const left = await hold(data)
  await left.end('SIGTERM')
  rmSync(data, { recursive: true, force: true })
})

async function held(): Promise<Holder> {
  const holder = await hold(data)
  holders.push(holder)
  return holder
}

test('after a kill -9 of Pressbox the next start takes over the server that lives on', async () => {
  const first = await held()
  await ask(first.url, 'create table kept as select 1 as a')
  const server = postmasterPid(cluster)
  await first.end('SIGKILL')
  const second = await held()
  expect(second).toMatchObject({ adopted: true, url: first.url })
  expect(postmasterPid(cluster)).toBe(server)
  expect(await ask(second.url, 'select count(*)::int from kept')).toBe(1)
})

test('after a kill -9 of Pressbox and its server the next start recovers what was committed', async () => {
  const first = await held()
  await ask(first.url, 'create table kept as select 1 as a')
  process.kill(postmasterPid(cluster), 'SIGKILL')
  await first.end('SIGKILL')
  const second = await held()
  expect(second).toMatchObject({ adopted: false })
  expect(await ask(second.url, 'select count(*)::int from kept')).toBe(1)
})

test('a pid file whose number now belongs to another program is no obstacle', async () => {
  const first = await held()
  await first.end('SIGTERM')
  writeFileSync(
    join(cluster, 'postmaster.pid'),
    `${process.pid}\n${cluster}\n0\n5432\n/nowhere\n\n 0 0\nready\n`,
  )
  writeFileSync(
    join(data, 'postgres/pressbox.lock'),
    JSON.stringify({ pid: process.pid, born: 'long ago', url: '' }),
  )
  const second = await held()
  expect(second.problem).toBeUndefined()
  expect(await ask(second.url, 'select 1 as a')).toBe(1)
})

test('a lock file that a full disk has cut short is no obstacle', async () => {
  mkdirSync(join(data, 'postgres'), { mode: 0o700 })
  writeFileSync(join(data, 'postgres/pressbox.lock'), '{"pid":')
  expect((await held()).problem).toBeUndefined()
})

test('a second start says who runs already and where, and leaves it alone', async () => {
  const first = await held()
  const second = await hold(data)
  expect(second.problem).toBe(
    `Pressbox already runs on this data folder (process ${first.pid} at http://localhost:4000); stop it first, or set PRESSBOX_DATA to another folder.`,
  )
  expect(await ask(first.url, 'select 1 as a')).toBe(1)
})

test('of several that start at the same moment exactly one gets the database, also after a crash', async () => {
  const first = await held()
  await first.end('SIGKILL')
  const all = await Promise.all([held(), held(), held(), held()])
  const winners = all.filter((holder) => holder.url !== undefined)
  expect(winners).toHaveLength(1)
  for (const loser of all.filter((holder) => !holder.url)) expect(loser.problem).toContain('already runs')
  expect(await ask(winners[0]?.url, 'select 1 as a')).toBe(1)
})

test('a first start that was killed while it made the database is made good by the next', async () => {
  const { pid, ended } = spawnHolder(data)
  while (!madeHalf()) await sleep(5)
  await sleep(150)
  process.kill(-pid, 'SIGKILL')
  await ended
  expect(madeHalf()).toBe(true)
  expect(await ask((await held()).url, 'select 1 as a')).toBe(1)
  expect(madeHalf()).toBe(false)
})

test('a server that is killed comes back by itself at the same address', async () => {
  const { url } = await held()
  await ask(url, 'create table kept as select 1 as a')
  const before = postmasterPid(cluster)
  process.kill(before, 'SIGKILL')
  await expect.poll(() => ask(url, 'select count(*)::int from kept').catch(String)).toBe(1)
  expect(postmasterPid(cluster)).not.toBe(before)
})

test('Ctrl-C in the terminal does not reach the server', async () => {
  const { pid, url } = await held()
  process.kill(-pid, 'SIGINT')
  await sleep(300)
  expect(await ask(url, 'select 1 as a')).toBe(1)
})

test('a clean stop leaves no server, lock or socket behind', async () => {
  const first = await held()
  await first.end('SIGTERM')
  expect(hasPostmaster(cluster)).toBe(false)
  expect(readdirSync(join(data, 'postgres')).sort()).toEqual(['cluster', 'postgres.log'])
  expect(readFileSync(join(data, 'postgres/postgres.log'), 'utf8')).toContain('database system is shut down')
})

test('a data folder whose path is too long for a socket works', async () => {
  const deep = join(data, 'a-long-name-for-a-folder'.repeat(3), 'another-long-name-for-a-folder'.repeat(3))
  const holder = await hold(deep)
  expect(await ask(holder.url, 'select 1 as a')).toBe(1)
  await holder.end('SIGTERM')
})

test('the server durably keeps what it acknowledges, speaks UTF-8 and opens no port', async () => {
  const { url } = await held()
  expect(await ask(url, 'show fsync')).toBe('on')
  expect(await ask(url, 'show synchronous_commit')).toBe('on')
  expect(await ask(url, 'show server_encoding')).toBe('UTF8')
  expect(await ask(url, 'show listen_addresses')).toBe('')
})

function madeHalf(): boolean {
  try {
    return readdirSync(join(data, 'postgres')).some((name) => name.startsWith('cluster.new-'))
  } catch {
    return false
  }
}
