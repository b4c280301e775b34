import { monitorEventLoopDelay } from 'node:perf_hooks'
import { sql } from './db/database.ts'
import { missingMigrations } from './db/migrate.ts'
import { BUCKETS, type RequestMetrics } from './http/request-metrics.ts'
import type { Platform } from './platform.ts'

type Labels = Record<string, string | number>
type Sample = [value: number, labels?: Labels, suffix?: string]

const DATABASE_PATIENCE_MS = 2000

const loopDelay = monitorEventLoopDelay({ resolution: 20 })
loopDelay.enable()

const text = (body: string, status: number, contentType = 'text/plain; charset=utf-8'): Response =>
  new Response(body, { status, headers: { 'content-type': contentType, 'cache-control': 'no-store' } })

/** `GET /healthz`: this process answers. Nothing else is asked, so that an absent database does not get it restarted. */
export const healthz = (): Response => text('ok\n', 200)

/** `GET /readyz`: requests may be sent here. Says why not. */
export async function readyz(p: Platform): Promise<Response> {
  const reason = p.hub.draining ? 'This process is stopping.' : await databaseProblem(p)
  return reason === null ? text('ready\n', 200) : text(`${reason}\n`, 503)
}

async function databaseProblem(p: Platform): Promise<string | null> {
  const missing = await withPatience(missingMigrations(p)).catch(() => null)
  if (missing === null) return 'The database cannot be reached.'
  return missing.length === 0 ? null : `Migrations are missing: ${missing.join(', ')}. Run: pressbox migrate`
}

function withPatience<T>(answer: Promise<T>): Promise<T> {
  const tooLong = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('The database takes too long.')), DATABASE_PATIENCE_MS).unref()
  })
  return Promise.race([answer, tooLong])
}

/** `GET /metrics`, in the text format of Prometheus. */
export async function metricsText(p: Platform): Promise<Response> {
  const lines = [
    ...requestLines(p.requests),
    ...metric('pressbox_readers', 'gauge', 'Open pages that listen', [[p.hub.listening]]),
    ...metric('pressbox_readers_dropped_total', 'counter', 'Readers dropped since they stopped reading', [
      [p.hub.dropped],
    ]),
    ...cacheLines(p),
    ...metric('pressbox_log_position', 'gauge', 'Last change of the log that this process knows', [
      [p.tail.position.id],
    ]),
    ...(await databaseLines(p)),
    ...processLines(),
  ]
  return text(`${lines.join('\n')}\n`, 200, 'text/plain; version=0.0.4; charset=utf-8')
}

function requestLines({ statuses, times }: RequestMetrics): string[] {
  const counts = [...statuses].flatMap(([route, byStatus]) =>
    [...byStatus].map(([status, count]): Sample => [count, { route, status }]),
  )
  const histogram = [...times].flatMap(([route, { counts: buckets, seconds }]): Sample[] => {
    let sum = 0
    const cumulative = buckets.map((count, i): Sample => {
      sum += count
      return [sum, { route, le: BUCKETS[i] ?? '+Inf' }, '_bucket']
    })
    return [...cumulative, [seconds, { route }, '_sum'], [sum, { route }, '_count']]
  })
  return [
    ...metric('pressbox_requests_total', 'counter', 'Requests by kind and status', counts),
    ...metric('pressbox_request_seconds', 'histogram', 'Time to the end of the answer', histogram),
  ]
}

const cacheLines = ({ skeletons, regions }: Platform): string[] => [
  ...metric('pressbox_held', 'gauge', 'Pages and regions held', [
    [skeletons.size, { kind: 'page' }],
    [regions.size, { kind: 'region' }],
  ]),
  ...metric('pressbox_held_bytes', 'gauge', 'Their bytes', [
    [skeletons.bytes, { kind: 'page' }],
    [regions.bytes, { kind: 'region' }],
  ]),
  ...metric('pressbox_renders_total', 'counter', 'Pages and regions rendered', [
    [skeletons.made, { kind: 'page' }],
    [regions.made, { kind: 'region' }],
  ]),
]

/** Without a database these are left out, and `pressbox_database_up` says why. */
async function databaseLines(p: Platform): Promise<string[]> {
  const asked = Promise.all([p.jobs.count(), logLag(p)])
  const answer = await withPatience(asked).catch(() => null)
  const up = metric('pressbox_database_up', 'gauge', 'Whether the database answers', [[answer ? 1 : 0]])
  if (!answer) return up
  const [{ waiting, failed }, lag] = answer
  return [
    ...up,
    ...metric('pressbox_log_lag', 'gauge', 'Changes that were committed and are not known here yet', [[lag]]),
    ...metric('pressbox_jobs', 'gauge', 'Jobs by state', [
      [waiting, { state: 'waiting' }],
      [failed, { state: 'failed' }],
    ]),
  ]
}

async function logLag(p: Platform): Promise<number> {
  const { rows } = await sql<{ lag: number }>`
    select (select coalesce(sum(cardinality(topics)), 0) from changes where id > ${p.tail.position.id}) +
      (select count(*) from pending_changes) as lag`.execute(p.q)
  return rows[0]?.lag ?? 0
}

function processLines(): string[] {
  const { rss, heapUsed } = process.memoryUsage()
  const seconds = (nanoseconds: number): number => (Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : 0)
  const delay = ([50, 99] as const).map((percent): Sample => [
    seconds(loopDelay.percentile(percent)),
    { quantile: percent / 100 },
  ])
  const lines = [
    ...metric('process_start_time_seconds', 'gauge', 'When this process began, since 1970', [
      [performance.timeOrigin / 1000],
    ]),
    ...metric('process_resident_memory_bytes', 'gauge', 'Memory of this process', [[rss]]),
    ...metric('nodejs_heap_used_bytes', 'gauge', 'Heap in use', [[heapUsed]]),
    ...metric('process_cpu_seconds_total', 'counter', 'Processor time', [
      [process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6],
    ]),
    ...metric(
      'nodejs_eventloop_delay_seconds',
      'gauge',
      'Delay of the event loop since the last look',
      delay,
    ),
  ]
  loopDelay.reset()
  return lines
}

function metric(name: string, type: string, help: string, samples: Sample[]): string[] {
  const lines = samples.map(([value, labels = {}, suffix = '']) => {
    const written = Object.entries(labels).map(([label, content]) => `${label}="${content}"`)
    return `${name}${suffix}${written.length > 0 ? `{${written.join(',')}}` : ''} ${value}`
  })
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines]
}
