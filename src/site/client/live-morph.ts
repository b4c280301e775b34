import { blend, type Manners } from './blend.ts'

const SMALLEST = 0.6

const isPlaying = (node: Node): boolean => node instanceof HTMLMediaElement && !node.paused && !node.ended

const holdsPlaying = (node: Node): boolean =>
  isPlaying(node) ||
  (node instanceof Element && [...node.querySelectorAll('video,audio')].some(isPlaying)) ||
  isTheirs(node)

/** What the reader has made of the page: a loaded embed, a half-typed word. */
const isTheirs = (node: Node): boolean =>
  (node instanceof HTMLElement && 'own' in node.dataset) ||
  ((node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) &&
    (node.value !== node.defaultValue || node === document.activeElement))

const MANNERS: Manners = {
  mayChange: (node) => !isPlaying(node) && !isTheirs(node),
  mayRemove: (node) => !holdsPlaying(node),
}

/** Changes the element's content into the new one, leaving alone what plays, has the focus or was typed, and its boxes where they are. */
export function morph(element: HTMLElement, content: DocumentFragment): void {
  const heights = holders(element).map((held) => held.getBoundingClientRect().height)
  if (isFree(element)) swap(element, content)
  blend(element, content, MANNERS)
  holders(element).forEach((held, i) => keepBox(held, heights[i]))
}

const isFree = (element: HTMLElement): boolean =>
  !element.contains(document.activeElement) && !holdsPlaying(element)

const boxes = (root: ParentNode): Element[] => [...root.querySelectorAll('[data-swap]')]

/** A box of fixed size is exchanged as a whole, so that nothing is seen to move inside it. */
function swap(element: HTMLElement, content: DocumentFragment): void {
  const fresh = boxes(content)
  const old = boxes(element)
  if (old.length !== fresh.length) for (const box of old) box.remove()
  else
    old.forEach((box, i) => {
      const next = fresh[i]
      if (next && !box.isEqualNode(next)) box.replaceWith(ticking(next.cloneNode(true)))
    })
}

const TICK_MS = 280
const still = matchMedia('(prefers-reduced-motion: reduce)')

/** A score that changes ticks once, within its box. */
function ticking(box: Node): Node {
  if (box instanceof HTMLElement && 'tick' in box.dataset && !still.matches)
    box.animate([{ transform: 'translateY(-0.18em)' }, { transform: 'none' }], TICK_MS)
  return box
}

const holders = (element: HTMLElement): HTMLElement[] => [
  ...element.querySelectorAll<HTMLElement>('[data-hold]'),
]

/** A changed headline keeps the height of the old one, in smaller type where it must: what stands below does not move. */
function keepBox(held: HTMLElement, height: number | undefined): void {
  if (!height) return
  held.style.fontSize = ''
  held.style.height = `${height}px`
  const size = parseFloat(getComputedStyle(held).fontSize)
  for (let part = 0.96; held.scrollHeight > height + 1 && part >= SMALLEST; part -= 0.04)
    held.style.fontSize = `${size * part}px`
  if (held.scrollHeight > height + 1) held.style.height = ''
}
