import type { QueryClient } from '@tanstack/react-query'
import { setServerTime } from '../../kit/clock.ts'
import { concerns } from '../../kit/topics.ts'
import { type StudioEventName, type StudioEvents, STUDIO_EVENTS } from '../stream-wire.ts'
import { setConnected, setPresence } from './stream-state.ts'

const CHANNEL = 'pressbox-studio'
const LOCK = 'pressbox-studio-stream'
const FIRST_RETRY_MS = 1000
const LONGEST_RETRY_MS = 20_000

interface Message {
  name: StudioEventName | 'open' | 'lost'
  data: unknown
}

/**
 * Keeps what the studio shows right. The open windows of a browser share one stream: whoever holds the lock listens
 * and passes on what it hears, since a browser opens only a few connections to a host.
 */
export function followStream(queries: QueryClient): () => void {
  const ended = new AbortController()
  const channel = new BroadcastChannel(CHANNEL)
  const hear = (message: Message) => react(queries, message)
  channel.addEventListener('message', (event: MessageEvent<Message>) => hear(event.data))
  const tell = (message: Message) => {
    hear(message)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target: it is of this origin
    channel.postMessage(message)
  }
  const lead = () => listen(tell, ended.signal)
  const leading = navigator.locks ? navigator.locks.request(LOCK, { signal: ended.signal }, lead) : lead()
  leading.catch(() => undefined)
  return () => {
    ended.abort()
    channel.close()
  }
}

function react(queries: QueryClient, { name, data }: Message): void {
  switch (name) {
    case 'open':
      setConnected(true)
      // What was missed while there was no stream is not known: everything in view is read again.
      void queries.invalidateQueries()
      return
    case 'lost':
      setConnected(false)
      return
    case 'hello':
      setConnected(true)
      setServerTime((data as StudioEvents['hello']).now)
      return
    case 'presence':
      setPresence(data as StudioEvents['presence'])
      return
    case 'changed':
      invalidate(queries, data as StudioEvents['changed'])
      return
    case 'bye':
  }
}

function invalidate(queries: QueryClient, { topics, everything }: StudioEvents['changed']): void {
  const changed = new Set(topics)
  void queries.invalidateQueries({
    predicate: ({ meta }) =>
      everything || concerns((meta?.['topics'] as string[] | undefined) ?? [], changed),
  })
}

/** Listens until the signal; comes back by itself, later and later, also after an answer that ends an EventSource for good. */
function listen(tell: (message: Message) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    // Ended before the lock was given: it is given back, or no window of this browser would ever listen.
    if (signal.aborted) return resolve()
    let source: EventSource | undefined
    let wait = FIRST_RETRY_MS
    let first = true
    const connect = () => {
      if (signal.aborted) return
      source = new EventSource('/studio/live')
      source.addEventListener('open', () => {
        wait = FIRST_RETRY_MS
        if (!first) tell({ name: 'open', data: null })
        first = false
      })
      source.addEventListener('error', () => again(wait))
      for (const name of STUDIO_EVENTS)
        source.addEventListener(name, (event: MessageEvent<string>) => {
          const data: unknown = JSON.parse(event.data)
          if (name === 'bye') again((data as StudioEvents['bye']).retry, true)
          else tell({ name, data })
        })
    }
    const again = (ms: number, planned = false) => {
      source?.close()
      if (!planned) tell({ name: 'lost', data: null })
      first = false
      wait = Math.min(wait * 2, LONGEST_RETRY_MS)
      setTimeout(connect, ms * (0.75 + Math.random() / 2))
    }
    signal.addEventListener('abort', () => {
      source?.close()
      resolve()
    })
    // Given up before the lock was had: whoever waits for it must get it.
    if (signal.aborted) resolve()
    connect()
  })
}
