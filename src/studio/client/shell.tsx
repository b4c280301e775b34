import { Outlet, useLocation } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useGo } from '../../kit/go.tsx'
import { listenForShortcuts, useShortcut } from '../../kit/shortcuts.ts'
import { Rail } from './rail.tsx'
import { ShortcutHelp } from './shortcut-help.tsx'
import { followStream } from './stream.ts'
import { useStreamState } from './stream-state.ts'

export function Shell() {
  const queries = useQueryClient()
  const main = useRef<HTMLElement>(null)
  const [help, setHelp] = useState(false)
  const go = useGo()
  useEffect(() => followStream(queries), [queries])
  useEffect(listenForShortcuts, [])
  useFocusOnScreen(main)
  useShortcut('?', 'Show this help', () => setHelp(true))
  useShortcut('c', 'Write a story', () => go('/stories/new'))
  useShortcut('/', 'Search', () =>
    main.current?.querySelector<HTMLInputElement>('input[type=search]')?.focus(),
  )
  return (
    <div className="shell">
      <a className="skip" href="#main">
        Skip to the screen
      </a>
      <Rail />
      <main id="main" className="main" ref={main}>
        <Connection />
        <Outlet />
      </main>
      {help && <ShortcutHelp onClose={() => setHelp(false)} />}
    </div>
  )
}

/** A new screen's title takes the focus, so that a keyboard or a screen reader goes on from there. */
function useFocusOnScreen(main: React.RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation()
  const first = useRef(true)
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    const title = main.current?.querySelector<HTMLElement>('h1')
    title?.focus({ preventScroll: true })
  }, [pathname, main])
}

const PATIENCE_MS = 2500

function Connection() {
  const { connected } = useStreamState()
  const [shown, setShown] = useState(false)
  useEffect(() => {
    if (connected) return setShown(false)
    const timer = setTimeout(() => setShown(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [connected])
  return (
    <div role="status">
      {shown && (
        <p className="banner">
          No connection to the site. What you write is kept in this browser and sent when it is back.
        </p>
      )}
    </div>
  )
}
