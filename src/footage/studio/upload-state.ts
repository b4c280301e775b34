/** waiting: for its turn; away: for the network or the server; failed: until somebody does something. */
export type UploadPhase = 'waiting' | 'sending' | 'paused' | 'away' | 'failed'

export interface Sample {
  /** ms */
  at: number
  /** bytes, of the whole file */
  sent: number
}

export interface UploadState {
  id: string
  name: string
  /** bytes */
  size: number
  sent: number
  phase: UploadPhase
  /** What it becomes, once the server has given it an id. */
  masterId: string | null
  /** What is wrong and what to do, while it failed. */
  problem: string | null
  /** The last seconds of sending, for the rate. */
  samples: readonly Sample[]
}

const WINDOW_MS = 8000
/** Below this a rate says nothing. */
const ENOUGH_MS = 800

export const newUpload = (id: string, name: string, size: number): UploadState => ({
  id,
  name,
  size,
  sent: 0,
  phase: 'waiting',
  masterId: null,
  problem: null,
  samples: [],
})

/** More of it has left. What was sent before a resumption does not count into the rate. */
export function progressed(upload: UploadState, sent: number, at: number): UploadState {
  const last = upload.samples.at(-1)
  const kept = last && sent >= last.sent ? upload.samples.filter((old) => at - old.at <= WINDOW_MS) : []
  return { ...upload, sent, samples: [...kept, { at, sent }] }
}

export const entered = (
  upload: UploadState,
  phase: UploadPhase,
  problem: string | null = null,
): UploadState => ({
  ...upload,
  phase,
  problem,
  samples: [],
})

/** Bytes a second over the last seconds; `null` while too little is known. */
export function rateOf({ samples }: UploadState): number | null {
  const first = samples[0]
  const last = samples.at(-1)
  if (!first || !last || last.at - first.at < ENOUGH_MS) return null
  return ((last.sent - first.sent) / (last.at - first.at)) * 1000
}

/** ms until all of it is sent. */
export function timeLeft(upload: UploadState): number | null {
  const rate = rateOf(upload)
  return rate === null || rate <= 0 ? null : ((upload.size - upload.sent) / rate) * 1000
}

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const

/** `812 bytes`, `4.2 MB`, `38 GB`. */
export function sizeWords(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const amount = bytes / 1000 ** power
  return `${power > 0 && amount < 10 ? amount.toFixed(1) : Math.round(amount)} ${UNITS[power]}`
}

/** `less than a minute left`, `about 12 minutes left`. */
export function leftWords(ms: number): string {
  const minutes = Math.ceil(ms / 60_000)
  if (ms < 15_000) return 'a few seconds left'
  if (ms < 60_000) return 'less than a minute left'
  if (minutes < 90) return `about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} left`
  return `about ${Math.round(minutes / 60)} hours left`
}

/** Where it stands, in words. */
export function uploadWords(upload: UploadState): string {
  const of = `${sizeWords(upload.sent)} of ${sizeWords(upload.size)}`
  switch (upload.phase) {
    case 'waiting':
      return `${sizeWords(upload.size)} · waiting for its turn`
    case 'paused':
      return `${of} · paused`
    case 'away':
      return `${of} · the site does not answer; it goes on by itself when it does`
    case 'failed':
      return upload.problem ?? `${of} · stopped`
    case 'sending': {
      const rate = rateOf(upload)
      const left = timeLeft(upload)
      if (rate === null || left === null) return of
      return `${of} · ${sizeWords(rate)}/s · ${leftWords(left)}`
    }
  }
}

/** Whether leaving the page would interrupt something. */
export const isUnderWay = ({ phase }: UploadState): boolean =>
  phase === 'waiting' || phase === 'sending' || phase === 'away'

/** The one that may be sent next: one at a time, so that the first is there soonest. */
export function nextInLine(uploads: readonly UploadState[]): UploadState | undefined {
  if (uploads.some(({ phase }) => phase === 'sending' || phase === 'away')) return undefined
  return uploads.find(({ phase }) => phase === 'waiting')
}
