import type { ReactNode } from 'react'
import { useTitle } from './go.tsx'

interface PageProps {
  title: string
  /** What the window is called, where the title alone would not do. */
  windowTitle?: string
  beside?: ReactNode
  actions?: ReactNode
  children: ReactNode
  narrow?: boolean
}

/** A screen: its title with what stands beside it, its actions, and below them its content. */
export function Page({ title, windowTitle, beside, actions, children, narrow = false }: PageProps) {
  useTitle(windowTitle ?? title)
  return (
    <div className={narrow ? 'page is-narrow' : 'page'}>
      <header className="page-head">
        <h1 tabIndex={-1}>{title}</h1>
        {beside && <div className="page-beside">{beside}</div>}
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  )
}
