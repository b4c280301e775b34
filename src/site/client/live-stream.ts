import {
  HEARTBEAT_MS,
  MAX_PLACES,
  type StreamEventName,
  type StreamEvents,
} from '../../platform/live/wire.ts'
import { setServerClock } from './live-clock.ts'
import { moveTo, position, shown } from './live-state.ts'
import { apply, remove } from './live-view.ts'

/** What one tab wants to be told: its regions with the hashes it shows, its position, its page. */
interface Watch {
  tab: string
  regions: [key: string, hash: string][]
  since: string
  at: string
  /** When the reader last came to it, ms; 0: never. */
  looked: number
}

type Message =
  | { kind: 'event'; name: StreamEventName; data: never }
  | { kind: 'watch'; watch: Watch }
  /** The tab is in front of the reader. */
  | { kind: 'seen'; watch: Watch }
  | { kind: 'leave'; tab: string }
  | { kind: 'who' }

const NAMES: StreamEventName[] = ['hello', 'region', 'gone', 'beat', 'bye']
const FIRST_DELAY_MS = 1000
const LONGEST_DELAY_MS = 30_000
/** Tabs that were looked at longest ago are not told of while there would be more: proxies take addresses of 8 KB. */
const SHARED_REGIONS = 80

const tab = Math.random().toString(36).slice(2)
const others = new Map<string, Watch>()
/** The tabs that the stream tells of. */
const told = new Set<string>()
const channel = 'BroadcastChannel' in window ? new BroadcastChannel('pressbox') : null
let source: EventSource | null = null
let leading = false
let crowd = 0
let watched = 0
let delay = FIRST_DELAY_MS
let timer: ReturnType<typeof setTimeout> | undefined
let silence: ReturnType<typeof setTimeout> | undefined
let looked = 0

function mine(): Watch {
  if (!document.hidden) looked = Date.now()
  return {
    tab,
    looked,
    regions: [...shown].map(([key, { hash }]) => [key, hash]),
    since: position,
    // The studio's preview is no reader.
    at: parent === window ? location.pathname : '',
  }
}

function heard<N extends StreamEventName>(name: N, data: StreamEvents[N]): void {
  const handlers: { [E in StreamEventName]: (data: StreamEvents[E]) => void } = {
    hello: ({ now, crowd: size, position: at }) => {
      setServerClock(now)
      crowd = size
      delay = FIRST_DELAY_MS
      if (!position) moveTo(at)
    },
    region: apply,
    gone: remove,
    beat: () => undefined,
    bye: ({ retry }) => leading && again(retry),
  }
  handlers[name](data)
}

/** One address for all tabs: a region that two of them show differently is asked for without a hash. */
function address(): string {
  const regions = new Map<string, string>()
  const query = new URLSearchParams(position ? { since: position } : {})
  told.clear()
  const places = new Set<string>()
  for (const watch of [mine(), ...[...others.values()].sort((a, b) => b.looked - a.looked)]) {
    const more = watch.regions.filter(([key]) => !regions.has(key)).length
    if (more > 0 && told.size > 0 && regions.size + more > SHARED_REGIONS) continue
    told.add(watch.tab)
    for (const [key, hash] of watch.regions) regions.set(key, (regions.get(key) ?? hash) === hash ? hash : '')
    if (watch.at) places.add(watch.at)
  }
  for (const at of [...places].slice(0, MAX_PLACES)) query.append('at', at)
  query.set('regions', [...regions].map((pair) => pair.join('~')).join(','))
  return `/live?${query}`
}

function connect(): void {
  clearTimeout(timer)
  source?.close()
  source = new EventSource(address())
  for (const name of NAMES)
    source.addEventListener(name, (event: MessageEvent<string>) => {
      expectMore()
      const data = JSON.parse(event.data) as never
      channel?.postMessage({ kind: 'event', name, data } satisfies Message)
      heard(name, data)
    })
  source.addEventListener('error', () => {
    again(delay * (0.5 + Math.random()) + Math.random() * (crowd / 2))
    delay = Math.min(delay * 2, LONGEST_DELAY_MS)
  })
}

/** A line that says nothing for longer than two heartbeats is dead, whatever the browser thinks of it. */
function expectMore(): void {
  clearTimeout(silence)
  silence = setTimeout(connect, HEARTBEAT_MS * 2.5)
}

/** Comes back later, with the hashes of then; a crowd spreads itself by its size. */
function again(ms: number): void {
  source?.close()
  source = null
  clearTimeout(timer)
  timer = setTimeout(connect, ms)
}

function lead(): void {
  leading = true
  channel?.postMessage({ kind: 'who' } satisfies Message)
  connect()
}

function listen({ data }: MessageEvent<Message>): void {
  if (data.kind === 'event') heard(data.name, data.data)
  if (data.kind === 'who') channel?.postMessage({ kind: 'watch', watch: mine() } satisfies Message)
  if (data.kind === 'leave') others.delete(data.tab)
  if (leading && (data.kind === 'watch' || data.kind === 'seen')) {
    others.set(data.watch.tab, data.watch)
    if (data.kind === 'watch' || !told.has(data.watch.tab)) again(20)
  }
}

/** A push may have brought regions within a region: the stream is to tell of them as well. A crowd asks one after another. */
function widen(): void {
  if (shown.size === watched) return
  watched = shown.size
  clearTimeout(timer)
  if (leading) timer = setTimeout(connect, 20 + Math.random() * (crowd / 2))
  else channel?.postMessage({ kind: 'watch', watch: mine() } satisfies Message)
}

/** The tabs of a browser share one stream: whoever holds the lock has it and passes on what comes. */
export function start(): void {
  watched = shown.size
  document.addEventListener('pressbox:region', widen)
  channel?.addEventListener('message', listen)
  if (!channel || !navigator.locks) return lead()
  channel.postMessage({ kind: 'watch', watch: mine() } satisfies Message)
  void navigator.locks.request('pressbox', () => {
    lead()
    return new Promise(() => undefined)
  })
  addEventListener('pagehide', () => channel.postMessage({ kind: 'leave', tab } satisfies Message))
  addEventListener('online', () => leading && connect())
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) return
    if (!leading) channel.postMessage({ kind: 'seen', watch: mine() } satisfies Message)
    else if (!source) connect()
  })
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return
    if (leading) connect()
    else channel.postMessage({ kind: 'watch', watch: mine() } satisfies Message)
  })
}
