import { useRead } from '../../kit/read.ts'
import type { PublishProblem } from '../wire.ts'

/** What is not right about the saved version, though it may be published. */
export function useNotices(id: string): readonly PublishProblem[] {
  const { data } = useRead<{ items: PublishProblem[] }>(`/api/v1/desk/stories/${id}/notices`, [
    `desk:story:${id}`,
    'desk:footage',
  ])
  return data?.items ?? []
}

export function Notices({ notices }: { notices: readonly PublishProblem[] }) {
  return (
    <div role="status">
      {notices.length > 0 && (
        <>
          <p>
            <strong>Look at this before you publish</strong>
          </p>
          <ul className="notices">
            {notices.map(({ at, problem }) => (
              <li key={at + problem} className="field-problem">
                {problem}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
