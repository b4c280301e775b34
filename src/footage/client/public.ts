import { play } from './player.ts'
import { spanIn } from './span.ts'

/** A press on a clip's button, on a choice of its warning, or on the mark of a span anywhere in the text. */
export function act(element: HTMLElement): void {
  const { hash, href } = element as HTMLAnchorElement
  const { clip, act: what } = element.dataset
  const box = clip ? boxOfClip(clip, element) : element.closest<HTMLElement>('.clip-box')
  if (!box) return location.assign(href)
  if (what === 'read') return read(box)
  if (clip) box.scrollIntoView({ block: 'nearest', behavior: isCalm() ? 'instant' : 'smooth' })
  if (clip && 'covered' in box.dataset) return ask(box, hash)
  play(box, { span: spanIn(hash || (box.dataset['span'] ?? '')), muted: what === 'mute' })
}

const isCalm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Where the clip stands in the story; one that is only quoted is brought to the words that quote it. */
function boxOfClip(clip: string, mark: HTMLElement): HTMLElement | null {
  const place = document.querySelector<HTMLElement>(`[data-region="clip:${clip}/player"]`)
  if (place?.closest('details.clips-quoted')) mark.closest('.prose > *')?.after(place)
  return place?.querySelector<HTMLElement>('.clip-box') ?? null
}

/** The warning comes before the span, which is then what is played. */
function ask(box: HTMLElement, hash: string): void {
  box.dataset['span'] = hash
  box.querySelector('a')?.focus({ preventScroll: true })
}

function read(box: HTMLElement): void {
  const words = box.parentElement?.querySelector<HTMLDetailsElement>('.clip-words')
  if (!words) return
  words.open = true
  words.querySelector('summary')?.focus()
}
