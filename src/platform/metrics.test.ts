import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testPlatform, type TestPlatform } from '../../test/support/test-platform.ts'
import { sql } from './db/database.ts'
import { RequestMetrics, routeClassOf } from './http/request-metrics.ts'
import { healthz, metricsText, readyz } from './metrics.ts'

let t: TestPlatform
beforeAll(async () => {
  t = await testPlatform()
})
afterAll(() => t.close())

const sample = async (line: string): Promise<number> => {
  const body = await (await metricsText(t.p)).text()
  const found = body.split('\n').find((candidate) => candidate.startsWith(`${line} `))
  return Number(found?.split(' ').at(-1) ?? Number.NaN)
}

test('requests are counted by kind and status, and their times fall into cumulative buckets', async () => {
  for (const status of [200, 200, 304]) t.p.requests.count('held', status)
  t.p.requests.count('stream', 200)
  for (const seconds of [0.001, 0.05, 5]) t.p.requests.time('page', seconds)
  expect(await sample('pressbox_requests_total{route="held",status="200"}')).toBe(2)
  expect(await sample('pressbox_requests_total{route="stream",status="200"}')).toBe(1)
  const upTo = (le: string): Promise<number> =>
    sample(`pressbox_request_seconds_bucket{route="page",le="${le}"}`)
  expect([await upTo('0.025'), await upTo('0.5'), await upTo('2'), await upTo('+Inf')]).toEqual([1, 2, 2, 3])
  expect(await sample('pressbox_request_seconds_count{route="page"}')).toBe(3)
  expect(await sample('pressbox_request_seconds_count{route="stream"}')).toBeNaN()
})

test('the text is what Prometheus reads: every sample after its help and type', async () => {
  const response = await metricsText(t.p)
  expect(response.headers.get('content-type')).toContain('version=0.0.4')
  const body = await response.text()
  expect(body.endsWith('\n')).toBe(true)
  for (const line of body.trim().split('\n'))
    expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? -?[\d.]+(e-?\d+)?)$/)
})

test('the log, the jobs, the readers and the process are there', async () => {
  await t.p.write((w) => Promise.resolve(w.touch('tag:hockey')))
  await t.p.tail.sync()
  t.p.jobs.handle({ later: () => Promise.resolve() })
  await t.p.write((w) => t.p.jobs.enqueue(w, 'later', {}))
  await t.p.tail.sync()
  expect(await sample('pressbox_log_position')).toBe(t.p.tail.position.id)
  expect(await sample('pressbox_log_lag')).toBe(0)
  expect(await sample('pressbox_jobs{state="waiting"}')).toBe(1)
  expect(await sample('pressbox_readers')).toBe(0)
  expect(await sample('pressbox_database_up')).toBe(1)
  expect(await sample('process_resident_memory_bytes')).toBeGreaterThan(1e7)
  expect(await sample('nodejs_eventloop_delay_seconds{quantile="0.99"}')).toBeGreaterThanOrEqual(0)
})

test('ready means: migrated, reachable, and not stopping; healthy means only that it answers', async () => {
  expect((await readyz(t.p)).status).toBe(200)
  await sql`update migrations set name = 'x' || name where name like '0001%'`.execute(t.p.q)
  const behind = await readyz(t.p)
  expect([behind.status, await behind.text()]).toEqual([503, expect.stringContaining('0001_platform.sql')])
  await sql`update migrations set name = substr(name, 2) where name like 'x%'`.execute(t.p.q)
  t.p.hub.drain()
  expect((await readyz(t.p)).status).toBe(503)
  expect(healthz().status).toBe(200)
})

test('without its database a process is healthy, not ready, and says so in its metrics', async () => {
  const away = await testPlatform()
  await away.p.db.close()
  expect(healthz().status).toBe(200)
  const response = await readyz(away.p)
  expect([response.status, await response.text()]).toEqual([503, 'The database cannot be reached.\n'])
  const body = await (await metricsText(away.p)).text()
  expect(body).toContain('pressbox_database_up 0')
  expect(body).not.toContain('pressbox_jobs')
  await away.close().catch(() => undefined)
})

test('an answer is counted when it is out, and so is one whose asker has gone', async () => {
  const metrics = new RequestMetrics()
  const server = createServer((request, response) => {
    metrics.countAtEnd(routeClassOf(request.method ?? '', request.url ?? ''), response)
    if (request.url === '/api/v1/x') response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await fetch(`${origin}/api/v1/x`)
  await fetch(`${origin}/stories/x`, { signal: AbortSignal.timeout(100) }).catch(() => undefined)
  await expect.poll(() => metrics.statuses.get('api')?.get(404)).toBe(1)
  await expect.poll(() => metrics.statuses.get('page')?.size).toBe(1)
  server.closeAllConnections()
  server.close()
})

test('few kinds of requests are told apart, whatever is asked', () => {
  const kinds = [
    '/',
    '/stories/x',
    '/live?regions=x',
    '/live-blog',
    '/api/v1/x',
    '/files/x',
    '/assets/x',
    '/studio/x',
  ]
  expect(kinds.map((path) => routeClassOf('GET', path))).toEqual([
    'page',
    'page',
    'stream',
    'page',
    'api',
    'files',
    'files',
    'studio',
  ])
  expect(routeClassOf('POST', '/x')).toBe('other')
})
