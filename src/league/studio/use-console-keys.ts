import { useEffect, useRef } from 'react'

const FIELDS = /^(INPUT|TEXTAREA|SELECT)$/

/** While a field or a dialog has the focus, keys are letters. */
const isElsewhere = (target: EventTarget | null): boolean =>
  document.querySelector('dialog[open]') !== null ||
  (target instanceof HTMLElement && (target.isContentEditable || FIELDS.test(target.tagName)))

/** Keys that work a focused button or move the focus stay with the browser. */
const BROWSERS = new Set(['tab', 'enter', ' ', 'escape', 'shift'])

/**
 * The keyboard of the console: every plain key is its own, so that none of the studio's shortcuts leaves a running match.
 * A key that is held down counts once. `act` says whether it had a use for the key.
 */
export function useConsoleKeys(act: (key: string) => boolean): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || isElsewhere(event.target)) return
      const key = event.key.toLowerCase()
      if (BROWSERS.has(key) || /^(f\d+|page|home|end)/.test(key)) return
      event.stopPropagation()
      if (event.repeat || latest.current(key)) event.preventDefault()
    }
    // Before the studio's own listener, which hears it on its way back up.
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [])
}
