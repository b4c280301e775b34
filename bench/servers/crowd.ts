// The readers: so many open streams in one process, which counts who has the next frame whole.
import { connect, type Socket } from 'node:net'
import { answer, monotonicMs } from '../support/child.ts'

/** One loopback address has 28,000 ports towards one server: several addresses never run out. */
const ADDRESSES = ['127.0.0.2', '127.0.0.3', '127.0.0.4', '127.0.0.5']
const AT_ONCE = 200
const PATIENCE_MS = 30_000

interface Reader {
  socket: Socket
  round: number
  bytes: number
}

const readers: Reader[] = []
let round = 0
let mark = Buffer.alloc(0)
let waiting = 0
let arrivals: number[] = []
let done: ((times: number[]) => void) | null = null
let publishAt = ''

function hear(reader: Reader, chunk: Buffer): void {
  reader.bytes += chunk.length
  if (reader.round === round || !chunk.includes(mark)) return
  reader.round = round
  arrivals.push(monotonicMs())
  if (--waiting === 0) done?.(arrivals)
}

function open(port: number, path: string, i: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      port,
      host: '127.0.0.1',
      localAddress: ADDRESSES[i % ADDRESSES.length] ?? '127.0.0.2',
    })
    const reader = { socket, round: 0, bytes: 0 }
    socket.once('connect', () =>
      socket.write(`GET ${path} HTTP/1.1\r\nhost: crowd\r\naccept: text/event-stream\r\n\r\n`),
    )
    socket.once('data', () => {
      socket.on('data', (chunk: Buffer) => hear(reader, chunk))
      readers.push(reader)
      resolve()
    })
    socket.on('error', reject)
  })
}

async function openAll(port: number, path: string, count: number): Promise<void> {
  for (let i = 0; i < count; i += AT_ONCE)
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - i) }, (_, k) => open(port, path, i + k)))
}

/** Resolves when every reader has heard a frame with this mark; the times are when each had it. */
function expectFrame(text: string): void {
  round++
  mark = Buffer.from(text)
  waiting = readers.length
  arrivals = []
  for (const reader of readers) reader.bytes = 0
}

function heard(): Promise<number[]> {
  if (waiting === 0) return Promise.resolve(arrivals)
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`${waiting} readers never heard "${mark.toString()}".`)),
      PATIENCE_MS,
    )
    done = (times) => {
      clearTimeout(late)
      resolve(times)
    }
  })
}

/** nchan takes a message by POST; from here, so that both rivals' clocks stand still on the same core. */
async function publish(body: string): Promise<number> {
  const at = monotonicMs()
  const response = await fetch(publishAt, { method: 'POST', body })
  await response.arrayBuffer()
  return at
}

answer(async ({ type, port, path, count, text, url }) => {
  switch (type) {
    case 'open':
      return openAll(Number(port), String(path), Number(count))
    case 'expect':
      return expectFrame(String(text))
    case 'heard':
      return heard()
    case 'bytes':
      return readers[0]?.bytes
    case 'publisher':
      publishAt = String(url)
      return null
    case 'publish':
      return publish(String(text))
    default:
      for (const { socket } of readers.splice(0)) socket.destroy()
      return null
  }
})
