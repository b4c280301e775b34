import type { StreamEvents } from '../../platform/live/wire.ts'
import { serverNow, showNow } from './live-clock.ts'
import { isOlder, moveTo, readRegions, regionElements, shown } from './live-state.ts'

type Push = StreamEvents['region']

const waiting = new Map<string, Push>()
let queue: Promise<unknown> = Promise.resolve()

/** Applies a push, unless it is another tab's, or this one shows something newer by then. One after another, since the first loads the morphing. */
export function apply(push: Push): void {
  if (!shown.has(push.key)) return
  queue = queue.then(() => applyNow(push)).catch(reportError)
}

async function applyNow(push: Push): Promise<void> {
  // Offline at the first push there is no morphing to be had: what is right goes before what is polite.
  const morph = await import('./live-morph.ts').then(
    (module) => module.morph,
    () => replace,
  )
  const newest = waiting.get(push.key) ?? shown.get(push.key)
  if (isOlder(push.at, newest?.at ?? '')) return
  for (const element of regionElements(push.key)) {
    if (isSelecting(element)) return void waiting.set(push.key, push)
    const fresh = document.createElement('template')
    fresh.innerHTML = push.html
    keepInner(fresh.content)
    showNow(fresh.content)
    morph(element, fresh.content)
    element.dataset['hash'] = push.hash
  }
  waiting.delete(push.key)
  shown.set(push.key, { hash: push.hash, at: push.at })
  moveTo(push.at)
  readRegions(push.at)
  showNow(document)
  document.dispatchEvent(new CustomEvent('pressbox:region', { detail: { key: push.key, now: serverNow() } }))
}

/** Regions within this one have pushes of their own: they stay as they are, wherever they stand now. */
function keepInner(fresh: DocumentFragment): void {
  for (const inner of regionElements(undefined, fresh)) {
    const [here] = regionElements(inner.dataset['region'])
    if (!here) continue
    here.id ||= `in-${inner.dataset['region']}`
    inner.replaceWith(here.cloneNode(true))
  }
}

const replace = (element: HTMLElement, content: DocumentFragment): void => element.replaceChildren(content)

/** What is no more for the public goes; the place stays, so that nothing jumps. */
export function remove({ key, at }: StreamEvents['gone']): void {
  apply({ key, at, hash: 'gone', html: '' })
}

/** A selection is the reader's: a push to it waits until it is let go. */
function isSelecting(element: HTMLElement): boolean {
  const selection = document.getSelection()
  return selection !== null && !selection.isCollapsed && selection.containsNode(element, true)
}

document.addEventListener('selectionchange', () => {
  if (document.getSelection()?.isCollapsed) for (const push of waiting.values()) apply(push)
})
