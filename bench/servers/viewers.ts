// Those who watch one clip: each asks for the next piece of it when the last has been played, as browsers do that have enough ahead.
import { Agent, get } from 'node:http'
import { constants, setPriority } from 'node:os'
import { answer } from '../support/child.ts'

/** Seconds of the clip that are asked for at once. */
const AHEAD = 2

// They share a core with those whose waiting is measured, and give way to them: what is asked is what the server does.
setPriority(constants.priority.PRIORITY_LOW)

let agent = new Agent({ keepAlive: true })
let timers: NodeJS.Timeout[] = []
let pieces = 0
let late = 0
let problem: string | null = null

interface Watched {
  url: string
  bytes: number
  seconds: number
}

function fetchPiece({ url, bytes }: Watched, from: number, length: number): Promise<void> {
  const range = `bytes=${from}-${Math.min(from + length, bytes) - 1}`
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { range } }, (response) => {
      if (response.statusCode !== 206) reject(new Error(`${url} answered ${response.statusCode}.`))
      response.on('end', resolve).on('error', reject)
      response.resume()
    }).on('error', reject)
  })
}

/** At a place of the clip of their own, and from its beginning again after its end. */
function watch(clip: Watched, viewer: number, viewers: number): void {
  const length = Math.ceil((clip.bytes / clip.seconds) * AHEAD)
  let at = Math.floor((clip.bytes * viewer) / viewers)
  let waiting = false
  const next = async (): Promise<void> => {
    if (waiting) return void late++
    waiting = true
    await fetchPiece(clip, at, length)
    waiting = false
    pieces++
    at = at + length >= clip.bytes ? 0 : at + length
  }
  const play = (): void =>
    void next().catch((error: unknown) => {
      if (timers.length > 0) problem ??= String(error)
    })
  const first = setTimeout(
    () => {
      play()
      timers.push(setInterval(play, AHEAD * 1000))
    },
    (AHEAD * 1000 * viewer) / viewers,
  )
  timers.push(first)
}

/** What was played: pieces, and how often one was not there in time. */
function stop(): { pieces: number; late: number; problem: string | null } {
  for (const timer of timers) clearTimeout(timer)
  timers = []
  agent.destroy()
  agent = new Agent({ keepAlive: true })
  const played = { pieces, late, problem }
  pieces = late = 0
  problem = null
  return played
}

answer(({ type, url, bytes, seconds, viewers }) => {
  if (type === 'stop') return Promise.resolve(stop())
  const clip = { url: String(url), bytes: Number(bytes), seconds: Number(seconds) }
  for (let viewer = 0; viewer < Number(viewers); viewer++) watch(clip, viewer, Number(viewers))
  return Promise.resolve(null)
})
