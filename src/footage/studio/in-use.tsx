import { Dialog } from '../../kit/dialog.tsx'
import { Go } from '../../kit/go.tsx'
import type { Use } from './uses.ts'

/** Says where something is used that was to be deleted, with the way there. */
export function InUse({
  words,
  uses,
  onClose,
}: {
  words: string
  uses: readonly Use[]
  onClose: () => void
}) {
  return (
    <Dialog title="Still in use" onClose={onClose}>
      <p>{words}</p>
      <ul className="rows">
        {uses.map(({ title, path }) => (
          <li key={path} className="row">
            <Go to={path.replace(/^\/studio/, '')}>{title}</Go>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
