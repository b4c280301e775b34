import { type Connection, isSmallEnough } from './pick-size.ts'
import { keepTo, type Span } from './span.ts'

export interface Wish {
  span: Span | null
  muted: boolean
}

/** Plays in the box: the browser's own player takes the place of what stands there. Nothing of the video was loaded before. */
export function play(box: HTMLElement, { span, muted }: Wish): void {
  const video = box.querySelector('video') ?? playerIn(box, muted)
  if (span) keepTo(video, span)
  // Where the browser wants a press of its own for sound, its button is there.
  video.play().catch(() => undefined)
  video.focus({ preventScroll: true })
}

function playerIn(box: HTMLElement, muted: boolean): HTMLVideoElement {
  const video = document.createElement('video')
  video.controls = video.autoplay = video.playsInline = true
  video.muted = muted
  video.tabIndex = 0
  video.poster = box.querySelector('img')?.currentSrc ?? ''
  video.setAttribute('aria-label', box.dataset['title'] ?? '')
  addCaptions(video, box.dataset)
  video.addEventListener('error', () => complain(box, video))
  video.addEventListener('waiting', () => easeOff(video, box.dataset))
  video.src = addressFor(box)
  // A warning may have needed more room than the picture: what stands below stays where it is.
  if ('covered' in box.dataset) box.style.minHeight = `${box.offsetHeight}px`
  // From here on it is the reader's: a push leaves it alone.
  box.dataset['own'] = ''
  delete box.dataset['covered']
  box.replaceChildren(video)
  return video
}

function addressFor({ clientWidth, dataset: { large = '', small = large } }: HTMLElement): string {
  const { connection = {} } = navigator as { connection?: Connection }
  return isSmallEnough(clientWidth * devicePixelRatio, connection) ? small : large
}

/** A line that does not keep up with the large size gets the small one, from where it stands. */
function easeOff(video: HTMLVideoElement, { small }: DOMStringMap): void {
  if (!small || video.played.length === 0 || video.seeking || video.src.endsWith(small)) return
  const at = video.currentTime
  video.src = small
  video.currentTime = at
  video.play().catch(() => undefined)
}

function addCaptions(video: HTMLVideoElement, { captions, lang }: DOMStringMap): void {
  if (!captions) return
  const track = document.createElement('track')
  track.kind = 'captions'
  track.label = 'Captions'
  track.srclang = lang ?? ''
  track.src = captions
  track.default = true
  video.append(track)
}

/** Says that it does not play, with a way on. */
function complain(box: HTMLElement, video: HTMLVideoElement): void {
  box.querySelector('[role=alert]')?.remove()
  const words = document.createElement('p')
  words.setAttribute('role', 'alert')
  const again = document.createElement('button')
  again.className = 'button'
  again.textContent = 'Try again'
  again.addEventListener('click', () => {
    const at = video.currentTime
    words.remove()
    video.load()
    video.currentTime = at
    video.play().catch(() => undefined)
    video.focus()
  })
  const link = document.createElement('a')
  link.href = video.src
  link.textContent = 'Open the file itself'
  words.append('The clip did not come through. ', again, ' ', link)
  box.append(words)
}

/** One clip plays at a time. */
document.addEventListener(
  'play',
  ({ target }) => {
    for (const video of document.querySelectorAll('video')) if (video !== target) video.pause()
  },
  true,
)
