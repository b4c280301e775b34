import type { DetailedError, HttpRequest, HttpResponse, PreviousUpload, Upload } from 'tus-js-client'
import { randomId } from '../../kit/random-id.ts'
import { uploadFailure, waitBefore } from './upload-failure.ts'
import {
  entered,
  isUnderWay,
  newUpload,
  nextInLine,
  progressed,
  type UploadPhase,
  type UploadState,
} from './upload-state.ts'

/** What is behind a state while this page is open. */
interface Sending {
  file: File
  upload: Upload | null
  attempts: number
  timer: ReturnType<typeof setTimeout> | undefined
}

/** An upload that an earlier visit to this page did not finish: the same file, chosen again, goes on from there. */
export interface Unfinished {
  key: string
  masterId: string | null
  name: string
  size: number
  startedAt: string
}

/** A broken connection costs at most this much, bytes. */
const CHUNK = 16_000_000
const endpoint = (): string => new URL('/api/v1/uploads', window.location.href).href
const loadTus = () => import('tus-js-client')

/** Sends one file after the other, goes on after a lost connection, and lives on while screens come and go. */
class UploadQueue {
  #states: readonly UploadState[] = []
  readonly #sending = new Map<string, Sending>()
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly states = (): readonly UploadState[] => this.#states

  add(files: readonly File[]): void {
    for (const file of files) {
      if (this.#isHere(file)) continue
      const state = newUpload(randomId(), file.name, file.size)
      this.#sending.set(state.id, { file, upload: null, attempts: 0, timer: undefined })
      this.#states = [...this.#states, state]
    }
    this.#next()
  }

  pause(id: string): void {
    const sending = this.#sending.get(id)
    clearTimeout(sending?.timer)
    void sending?.upload?.abort()
    this.#enter(id, 'paused')
  }

  resume(id: string): void {
    const sending = this.#sending.get(id)
    if (sending) sending.attempts = 0
    this.#enter(id, 'waiting')
  }

  /** Nothing of it is kept, here or at the server. */
  cancel(id: string): void {
    const sending = this.#sending.get(id)
    clearTimeout(sending?.timer)
    this.#enter(id, 'paused')
    // What the server does not hear of now it throws away by itself later.
    const told = sending?.upload?.abort(true) ?? Promise.resolve()
    void told.catch(() => undefined).then(() => this.dismiss(id))
  }

  dismiss(id: string): void {
    this.#sending.delete(id)
    this.#states = this.#states.filter((state) => state.id !== id)
    this.#next()
  }

  #isHere = (file: File): boolean =>
    this.#states.some(({ id }) => {
      const other = this.#sending.get(id)?.file
      return other?.name === file.name && other.lastModified === file.lastModified
    })

  #next(): void {
    const next = nextInLine(this.#states)
    if (next) {
      this.#enter(next.id, 'sending')
      void this.#send(next.id)
    } else this.#tell()
  }

  async #send(id: string): Promise<void> {
    const sending = this.#sending.get(id)
    if (!sending) return
    try {
      sending.upload ??= await this.#open(id, sending.file)
    } catch {
      return this.#enter(
        id,
        'failed',
        'This window could not begin the upload. Reload the page and try again.',
      )
    }
    // Somebody may have paused it meanwhile.
    if (this.#phaseOf(id) === 'sending') sending.upload.start()
  }

  async #open(id: string, file: File): Promise<Upload> {
    const tus = await loadTus()
    const upload: Upload = new tus.Upload(file, {
      endpoint: endpoint(),
      chunkSize: CHUNK,
      metadata: { filename: file.name, filetype: file.type },
      retryDelays: null,
      removeFingerprintOnSuccess: true,
      onAfterResponse: keepOffset,
      onProgress: (sent) => this.#change(id, (state) => progressed(state, sent, performance.now())),
      onUploadUrlAvailable: () =>
        this.#change(id, (state) => ({ ...state, masterId: masterIdOf(upload.url) })),
      onSuccess: () => this.dismiss(id),
      onError: (error) => this.#failed(id, error),
    })
    const [previous] = await upload.findPreviousUploads()
    if (previous) upload.resumeFromPreviousUpload(previous)
    return upload
  }

  #failed(id: string, error: Error | DetailedError): void {
    const response = 'originalResponse' in error ? error.originalResponse : null
    const cause = 'causingError' in error ? error.causingError : null
    const { status, body } =
      cause instanceof NotNow
        ? cause
        : { status: response?.getStatus() ?? 0, body: response?.getBody() ?? '' }
    const { passing, sentence } = uploadFailure(status, body)
    if (passing) this.#tryAgain(id)
    else this.#enter(id, 'failed', sentence)
  }

  #tryAgain(id: string): void {
    const sending = this.#sending.get(id)
    if (!sending) return
    this.#enter(id, 'away')
    const again = () => {
      clearTimeout(sending.timer)
      window.removeEventListener('online', again)
      if (this.#phaseOf(id) !== 'away') return
      this.#enter(id, 'sending')
      sending.upload?.start()
    }
    window.addEventListener('online', again)
    sending.timer = setTimeout(again, waitBefore(sending.attempts++))
  }

  #phaseOf = (id: string): UploadPhase | undefined => this.#states.find((state) => state.id === id)?.phase

  #enter(id: string, phase: UploadPhase, problem: string | null = null): void {
    this.#change(id, (state) => entered(state, phase, problem))
    if (phase !== 'sending' && phase !== 'away') this.#next()
  }

  #change(id: string, change: (state: UploadState) => UploadState): void {
    this.#states = this.#states.map((state) => (state.id === id ? change(state) : state))
    this.#tell()
  }

  #tell(): void {
    this.#guardPage(this.#states.some(isUnderWay))
    for (const listener of this.#listeners) listener()
  }

  #guardPage(busy: boolean): void {
    if (busy) window.addEventListener('beforeunload', askBeforeLeaving)
    else window.removeEventListener('beforeunload', askBeforeLeaving)
  }
}

const askBeforeLeaving = (event: BeforeUnloadEvent): void => event.preventDefault()

/** The server could not tell how much it has: that is no reason to begin anew, as tus-js-client would. */
class NotNow extends Error {
  readonly status: number
  readonly body: string
  constructor(status: number, body: string) {
    super(`The server answered with ${status}.`)
    this.status = status
    this.body = body
  }
}

const GONE = [404, 410]

function keepOffset(request: HttpRequest, response: HttpResponse): void {
  const status = response.getStatus()
  if (request.getMethod() === 'HEAD' && status >= 400 && !GONE.includes(status))
    throw new NotNow(status, response.getBody() ?? '')
}

/** The upload's address ends with the id of the master that it becomes. */
const masterIdOf = (url: string | null): string | null => url?.split('/').at(-1) ?? null

const asUnfinished = ({
  urlStorageKey,
  metadata,
  size,
  creationTime,
  uploadUrl,
}: PreviousUpload): Unfinished => ({
  key: urlStorageKey,
  masterId: masterIdOf(uploadUrl),
  name: metadata['filename'] ?? 'a file',
  size: size ?? 0,
  startedAt: creationTime,
})

/** What this browser began on an earlier visit and did not finish. */
export async function findUnfinished(): Promise<Unfinished[]> {
  // Without a trace of one there is no need to load the client.
  if (!Object.keys(window.localStorage).some((key) => key.startsWith('tus::'))) return []
  const { defaultOptions } = await loadTus()
  const found = await defaultOptions.urlStorage.findAllUploads()
  return found.map(asUnfinished)
}

export async function forgetUnfinished(key: string): Promise<void> {
  const { defaultOptions, Upload } = await loadTus()
  const found = (await defaultOptions.urlStorage.findAllUploads()).find((one) => one.urlStorageKey === key)
  if (found?.uploadUrl) await Upload.terminate(found.uploadUrl).catch(() => undefined)
  await defaultOptions.urlStorage.removeUpload(key)
}

export const uploads = new UploadQueue()
