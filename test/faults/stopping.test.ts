import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { birthOf } from '../../src/platform/db/postgres-server-lock.ts'
import { Desk } from '../support/desk.ts'
import { RunningSite } from '../support/running-site.ts'
import { StreamReader } from '../support/stream-reader.ts'

let site: RunningSite
beforeAll(async () => {
  site = await RunningSite.start({ script: 'src/main.ts' })
})
afterAll(() => site.remove())

/** A sign-in whose body arrives in two parts, the second after a while. */
async function slowRequest(url: string, pauseMs: number): Promise<string> {
  const { port } = new URL(url)
  const body = JSON.stringify({ email: 'nobody@example.com', password: 'not a password' })
  const socket = connect(Number(port), '127.0.0.1')
  await once(socket, 'connect')
  socket.write(
    `POST /api/v1/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`,
  )
  socket.write(body.slice(0, 10))
  await sleep(pauseMs)
  socket.write(body.slice(10))
  let heard = ''
  for await (const chunk of socket) heard += String(chunk)
  return heard
}

test('told to stop, it sends open pages away to come back, finishes what it has begun, stops its database and ends well', async () => {
  const desk = await Desk.open(site)
  await desk.publishNew('The last story of the evening')
  const readers = await Promise.all(
    Array.from({ length: 20 }, () => StreamReader.open(site.url, 'regions=strip~none&at=/')),
  )
  for (const reader of readers) await reader.until(({ heard }) => heard.length > 0)
  const pidFile = readFileSync(join(site.dataDir, 'postgres/cluster/postmaster.pid'), 'utf8')
  const postgres = Number(pidFile.split('\n')[0])
  const answer = slowRequest(site.url, 500)
  await sleep(100)

  const code = await site.stop('SIGTERM')

  expect(code).toBe(0)
  // Ended, if not reaped yet by whoever has to.
  expect(birthOf(postgres)).toBeNull()
  expect(await answer).toMatch(/^HTTP\/1\.1 401 /)
  const retries = readers.map(({ heard }) => heard.find((event) => event.name === 'bye')?.data.retry ?? 0)
  expect(Math.min(...retries)).toBeGreaterThanOrEqual(500)
  expect(new Set(retries).size).toBeGreaterThan(10)
  expect(readers.every(({ closed }) => closed)).toBe(true)
  await site.start()
  expect(await (await fetch(`${site.url}/`)).text()).toContain('The last story of the evening')
})

test('a request that does not come to its end holds up a stop for seconds, not for good', async () => {
  const late = slowRequest(site.url, 30_000).catch(() => '')
  await sleep(100)
  const from = performance.now()
  expect(await site.stop('SIGTERM')).toBe(0)
  expect(performance.now() - from).toBeLessThan(12_000)
  void late
})
