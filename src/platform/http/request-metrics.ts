import type { ServerResponse } from 'node:http'

/** Upper bounds in seconds; what takes longer counts in `+Inf` alone. */
export const BUCKETS = [0.001, 0.005, 0.025, 0.1, 0.5, 2] as const

/** What kind of thing was asked for: few classes, since each is a line for every status. */
export type RouteClass = 'held' | 'page' | 'stream' | 'api' | 'files' | 'studio' | 'other'

export interface RouteTimes {
  /** How many fell into each bucket, and last those above all of them. */
  counts: number[]
  seconds: number
}

export function routeClassOf(method: string, path: string): RouteClass {
  if (path.startsWith('/api/')) return 'api'
  if (path.startsWith('/files/') || path.startsWith('/assets/')) return 'files'
  if (path.startsWith('/studio')) return 'studio'
  if (path === '/live' || path.startsWith('/live?')) return 'stream'
  return method === 'GET' || method === 'HEAD' ? 'page' : 'other'
}

/** Counts requests, and how long they took; of held pages, which take microseconds, only how many. */
export class RequestMetrics {
  readonly statuses = new Map<RouteClass, Map<number, number>>()
  readonly times = new Map<RouteClass, RouteTimes>()

  count(route: RouteClass, status: number): void {
    let statuses = this.statuses.get(route)
    if (!statuses) this.statuses.set(route, (statuses = new Map()))
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
  }

  /** Counts when the answer is out, or its asker gone. */
  countAtEnd(route: RouteClass, response: ServerResponse): void {
    const beganMs = performance.now()
    response.once('close', () => {
      this.count(route, response.statusCode)
      // A stream is open for as long as its page: its length says nothing of us.
      if (route !== 'stream') this.time(route, (performance.now() - beganMs) / 1000)
    })
  }

  time(route: RouteClass, seconds: number): void {
    let times = this.times.get(route)
    if (!times)
      this.times.set(route, (times = { counts: Array<number>(BUCKETS.length + 1).fill(0), seconds: 0 }))
    let bucket = 0
    while (bucket < BUCKETS.length && seconds > (BUCKETS[bucket] ?? 0)) bucket++
    times.counts[bucket] = (times.counts[bucket] ?? 0) + 1
    times.seconds += seconds
  }
}
