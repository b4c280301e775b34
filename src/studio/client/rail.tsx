import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Go, useGo } from '../../kit/go.tsx'
import type { Screen } from '../../kit/screen.ts'
import { useShortcut } from '../../kit/shortcuts.ts'
import { useStudio } from '../../kit/studio-context.ts'
import { SCREENS } from './screens.ts'

export function Rail() {
  const { me, brand, signOut } = useStudio()
  const [open, setOpen] = useState(false)
  const { pathname } = useLocation()
  useEffect(() => setOpen(false), [pathname])
  const screens = useScreensInRail()
  return (
    <header className={open ? 'rail is-open' : 'rail'}>
      <div className="rail-top">
        <Go to="/" className="wordmark">
          {brand.logoWords[0]}
          <b>{brand.logoWords[1]}</b>
        </Go>
        <button type="button" className="menu-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          Menu
        </button>
      </div>
      <nav aria-label="Studio">
        {(['desk', 'house'] as const).map((group) => (
          <ul key={group}>
            {screens
              .filter(({ nav }) => nav?.group === group)
              .map((screen) => (
                <RailEntry key={screen.path} screen={screen} />
              ))}
          </ul>
        ))}
      </nav>
      <div className="rail-foot">
        <strong>{me.name}</strong>
        <span>{me.role}</span>
        <Go to="/account">My account</Go>
        <a href="/">See the site</a>
        <button type="button" onClick={() => void signOut()}>
          Sign out
        </button>
      </div>
    </header>
  )
}

function RailEntry({ screen: { path, title, nav } }: { screen: Screen }) {
  const go = useGo()
  useShortcut(nav?.shortcut ?? '', `Go to ${title}`, () => go(path), nav?.shortcut !== undefined)
  return (
    <li>
      <Link to={path} activeOptions={{ exact: path === '/', includeSearch: false }} preload="intent">
        {title}
      </Link>
    </li>
  )
}

/** What this person may open, of the modules that this brand uses. */
function useScreensInRail(): Screen[] {
  const { me, modules } = useStudio()
  return SCREENS.filter(
    ({ nav, right, module }) =>
      nav && (right === null || me.rights.includes(right)) && (!module || modules[module] !== false),
  ).sort((a, b) => (a.nav?.order ?? 0) - (b.nav?.order ?? 0))
}
