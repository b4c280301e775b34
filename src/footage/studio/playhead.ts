const SPEEDS = [0.25, 0.5, 1, 1.5, 2, 4] as const

/** A video element with its time in ms as something to subscribe to: only what shows the time renders at each frame. */
export class Playhead {
  #video: HTMLVideoElement | null = null
  #stopAt: number | null = null
  #frame = 0
  #now = 0
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly now = (): number => this.#now
  readonly playing = (): boolean => this.#video !== null && !this.#video.paused && !this.#video.ended
  readonly speed = (): number => this.#video?.playbackRate ?? 1

  /** A ref for the element. */
  readonly attach = (video: HTMLVideoElement | null): (() => void) | undefined => {
    if (!video) return undefined
    this.#video = video
    for (const name of EVENTS) video.addEventListener(name, this.#follow)
    return () => {
      for (const name of EVENTS) video.removeEventListener(name, this.#follow)
      cancelAnimationFrame(this.#frame)
      if (this.#video === video) this.#video = null
    }
  }

  readonly #follow = (): void => {
    const video = this.#video
    if (!video) return
    cancelAnimationFrame(this.#frame)
    this.#now = Math.round(video.currentTime * 1000)
    if (this.#stopAt !== null && this.#now >= this.#stopAt) this.pause()
    for (const listener of this.#listeners) listener()
    if (this.playing()) this.#frame = requestAnimationFrame(this.#follow)
  }

  play(): void {
    this.#stopAt = null
    this.#start()
  }

  pause(): void {
    this.#stopAt = null
    this.#video?.pause()
  }

  toggle(): void {
    if (this.playing()) this.pause()
    else this.play()
  }

  seek(ms: number): void {
    const video = this.#video
    if (!video) return
    this.#stopAt = null
    const end = Number.isFinite(video.duration) ? video.duration : ms / 1000
    video.currentTime = Math.min(Math.max(0, ms / 1000), end)
    this.#follow()
  }

  step(ms: number): void {
    this.pause()
    this.seek(this.#now + ms)
  }

  /** Plays from one moment to another and stops there. */
  playSpan(from: number, to: number): void {
    this.seek(from)
    this.#stopAt = to
    this.#start()
  }

  /** One step faster or slower; plays if it did not. */
  shift(by: 1 | -1): void {
    const video = this.#video
    if (!video) return
    const at = SPEEDS.findIndex((speed) => speed >= video.playbackRate)
    video.playbackRate = SPEEDS[Math.min(Math.max(0, at + by), SPEEDS.length - 1)] ?? 1
    this.#start()
  }

  #start(): void {
    // Refused where the browser has no picture yet: it is pressed again then.
    void this.#video?.play().catch(() => undefined)
  }
}

const EVENTS = ['play', 'pause', 'seeking', 'seeked', 'timeupdate', 'ratechange', 'ended', 'loadedmetadata']
