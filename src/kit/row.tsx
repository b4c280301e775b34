import type { ReactNode } from 'react'
import { Go } from './go.tsx'

interface RowProps {
  to?: string
  title: ReactNode
  detail?: ReactNode
  lead?: ReactNode
  end?: ReactNode
  dim?: boolean
}

/** A row of a list: what it is, who and when below it, and its state or actions at the end. */
export function Row({ to, title, detail, lead, end, dim = false }: RowProps) {
  return (
    <li className={dim ? 'row is-dim' : 'row'}>
      {lead !== undefined && <div className="row-lead">{lead}</div>}
      <div className="row-words">
        <div className="row-title">{to ? <Go to={to}>{title}</Go> : title}</div>
        {detail && <div className="row-detail">{detail}</div>}
      </div>
      {end !== undefined && <div className="row-end">{end}</div>}
    </li>
  )
}

export function Badge({ tone = 'plain', children }: { tone?: 'plain' | 'hot' | 'ink'; children: ReactNode }) {
  return <span className={`badge is-${tone}`}>{children}</span>
}
