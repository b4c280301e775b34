/** Seconds of the clip. */
export interface Span {
  from: number
  to: number
}

/** `#t=12,19.5` of a clip's address, as Media Fragments has it; `null`: the whole clip. */
export function spanIn(hash: string): Span | null {
  const [, from, to] = /^#t=([\d.]+),([\d.]+)$/.exec(hash) ?? []
  const span = { from: Number(from), to: Number(to) }
  return span.from < span.to ? span : null
}

const ends = new WeakMap<HTMLVideoElement, TextTrack>()

/** Goes to the span and stops at its end, once: who plays on from there, or seeks elsewhere, is free. */
export function keepTo(video: HTMLVideoElement, { from, to }: Span): void {
  const track = ends.get(video) ?? video.addTextTrack('metadata')
  ends.set(video, track)
  track.mode = 'hidden'
  const [before] = track.cues ?? []
  if (before) track.removeCue(before)
  const cue = new VTTCue(from, to, '')
  cue.pauseOnExit = true
  cue.addEventListener('exit', () => track.removeCue(cue))
  track.addCue(cue)
  video.currentTime = from
}
