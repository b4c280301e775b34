import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { sentenceOf } from './problem.ts'

export function Loading({ what = 'this' }: { what?: string }) {
  return (
    <div className="state is-loading" role="status">
      Loading {what}…
    </div>
  )
}

export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="state">
      <p>{children}</p>
      {action}
    </div>
  )
}

export function Failure({ error, retry }: { error: unknown; retry?: () => unknown }) {
  return (
    <div className="state is-failure" role="alert">
      <p>{sentenceOf(error)}</p>
      {retry && (
        <button type="button" className="button" onClick={() => void retry()}>
          Try again
        </button>
      )}
    </div>
  )
}

interface LoadedProps<T> {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>
  what?: string
  children: (data: T) => ReactNode
}

/** What a query says, or how it stands with it. What was read once stays in view when a later reading fails. */
export function Loaded<T>({ query, what, children }: LoadedProps<T>) {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <Failure error={query.error} retry={query.refetch} />
  return what === undefined ? <Loading /> : <Loading what={what} />
}

interface MoreProps {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}

export function More({ hasNextPage, isFetchingNextPage, fetchNextPage }: MoreProps) {
  if (!hasNextPage) return null
  return (
    <p className="more">
      <button
        type="button"
        className="button"
        disabled={isFetchingNextPage}
        onClick={() => void fetchNextPage()}
      >
        {isFetchingNextPage ? 'Loading…' : 'Show more'}
      </button>
    </p>
  )
}
