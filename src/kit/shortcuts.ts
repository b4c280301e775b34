import { useEffect, useRef } from 'react'

export interface Shortcut {
  /** `c`, `g s`, `mod+s`, `space`, `shift+arrowleft`; mod is ⌘ on a Mac and Ctrl elsewhere. */
  keys: string
  says: string
}

interface Bound extends Shortcut {
  act: () => void
}

const SEQUENCE_MS = 1200
const bound = new Set<Bound>()
let before = { key: '', at: 0 }

/** What the keyboard does right now, for the help sheet. */
export const shortcutsNow = (): Shortcut[] =>
  [...bound].filter(({ keys }, i, all) => all.findIndex((other) => other.keys === keys) === i)

export function useShortcut(keys: string, says: string, act: () => void, enabled = true): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    if (!enabled) return
    const entry: Bound = { keys, says, act: () => latest.current() }
    bound.add(entry)
    return () => void bound.delete(entry)
  }, [keys, says, enabled])
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
    target.closest('dialog') !== null)

/** Which keys were pressed, as shortcuts are written. */
function nameOf(event: KeyboardEvent): string {
  const name = event.key === ' ' ? 'space' : event.key.toLowerCase()
  // Of letters and signs Shift makes others, of keys with a name it does not.
  const key = event.shiftKey && name.length > 1 ? `shift+${name}` : name
  return event.metaKey || event.ctrlKey ? `mod+${key}` : key
}

/** What has the focus is pressed by it. */
const isPress = (key: string, target: EventTarget | null): boolean =>
  key === 'space' && target instanceof HTMLElement && target.closest('button, a, summary, video') !== null

function onKey(event: KeyboardEvent): void {
  if (event.altKey || event.defaultPrevented) return
  const key = nameOf(event)
  if (isPress(key, event.target)) return
  if (!key.startsWith('mod+') && isTyping(event.target)) return
  const sequence = event.timeStamp - before.at < SEQUENCE_MS ? `${before.key} ${key}` : ''
  const hit = find(sequence) ?? find(key)
  before = { key: hit ? '' : key, at: event.timeStamp }
  if (!hit) return
  event.preventDefault()
  hit.act()
}

// The last one bound wins: that of the innermost part in view.
const find = (keys: string): Bound | undefined => [...bound].reverse().find((entry) => entry.keys === keys)

export function listenForShortcuts(): () => void {
  document.addEventListener('keydown', onKey)
  return () => document.removeEventListener('keydown', onKey)
}
