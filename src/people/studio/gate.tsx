import type { ReactNode } from 'react'
import { useTitle } from '../../kit/go.tsx'

/** What stands before the studio: one box on ink. */
export function Gate({ title, children }: { title: string; children: ReactNode }) {
  useTitle(title)
  return (
    <main className="gate">
      <div className="gate-box">
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  )
}
