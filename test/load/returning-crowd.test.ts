import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../support/test-database.ts'

const READERS = 10_000
const AT_ONCE = 200
/** One loopback address has 28,000 ports towards one server; a crowd that comes twice needs more. */
const ADDRESSES = ['127.0.0.2', '127.0.0.3', '127.0.0.4', '127.0.0.5']
const BUCKET_MS = 250

let database: TestDatabase
const servers: ChildProcess[] = []
const sockets: Socket[] = []

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  for (const socket of sockets) socket.destroy()
  for (const server of servers) server.kill('SIGKILL')
  await database.drop()
})

async function serve(): Promise<{ server: ChildProcess; port: number }> {
  const server = fork(join(import.meta.dirname, '../support/notes-process.ts'), [
    database.url,
    database.dataDir,
  ])
  servers.push(server)
  const died = once(server, 'exit').then(() => Promise.reject(new Error('A notes site ended at its start')))
  const [origin] = (await Promise.race([once(server, 'message'), died])) as [string]
  return { server, port: Number(new URL(origin).port) }
}

/** Resolves with the socket at the stream's first event. */
function open(port: number, i: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', localAddress: ADDRESSES[i % ADDRESSES.length] })
    sockets.push(socket)
    socket.once('error', reject)
    socket.once('connect', () =>
      socket.write('GET /live?regions=note:a~none&at=/ HTTP/1.1\r\nhost: x\r\n\r\n'),
    )
    const hear = (chunk: Buffer): void => {
      if (!chunk.includes('event: hello')) return
      socket.off('data', hear)
      resolve(socket)
    }
    socket.on('data', hear)
  })
}

/** What the reader script does at `bye`: comes back after the time it was told, ms, which this resolves with when it is back. */
function comeBack(socket: Socket, port: number, i: number): Promise<number> {
  return new Promise((resolve, reject) => {
    socket.on('data', (chunk: Buffer) => {
      const retry = /event: bye\ndata: \{"retry":(\d+)\}/.exec(chunk.toString())?.[1]
      if (!retry) return
      setTimeout(() => {
        open(port, i).then(() => resolve(Number(retry)), reject)
      }, Number(retry))
    })
  })
}

test(`${READERS} readers that are sent away come back spread out over seconds`, async () => {
  const [old, young] = await Promise.all([serve(), serve()])
  const crowd: Socket[] = []
  for (let i = 0; i < READERS; i += AT_ONCE)
    crowd.push(...(await Promise.all(Array.from({ length: AT_ONCE }, (_, k) => open(old.port, i + k)))))
  const returns = crowd.map((socket, i) => comeBack(socket, young.port, i))
  old.server.kill('SIGTERM')
  const told = await Promise.all(returns)

  const histogram = new Map<number, number>()
  for (const ms of told) {
    const bucket = Math.floor(ms / BUCKET_MS)
    histogram.set(bucket, (histogram.get(bucket) ?? 0) + 1)
  }
  expect(told).toHaveLength(READERS)
  expect(Math.max(...told) - Math.min(...told)).toBeGreaterThan(4000)
  // Evenly spread over six seconds, a quarter of a second has 4 % of them.
  expect(Math.max(...histogram.values())).toBeLessThan(READERS * 0.12)
})
