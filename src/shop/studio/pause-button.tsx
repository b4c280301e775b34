import { call } from '../../kit/call.ts'
import { type Acting, useAct } from '../../kit/read.ts'
import { useMay } from '../../kit/studio-context.ts'
import { DOORS } from './doors.ts'

interface PauseButtonProps {
  collection: { id: string; paused: boolean }
  className?: string
}

/** One press stops the sale of the whole collection at every door and on every open page, and one lets it go on. */
export function PauseButton({ collection: { id, paused }, className = '' }: PauseButtonProps) {
  const mayManage = useMay('shop.manage')
  const pause: Acting<boolean> = useAct((next: boolean) => call('POST', DOORS.pause(id), { paused: next }), {
    says: (_, next) => (next ? 'The sale is paused everywhere.' : 'The sale goes on.'),
    undo: (_, next) => ({ act: () => pause.mutate(!next) }),
  })
  if (!mayManage) return null
  return (
    <button
      type="button"
      className={`button ${paused ? 'is-hot' : 'is-danger'} ${className}`}
      disabled={pause.isPending}
      onClick={() => pause.mutate(!paused)}
    >
      {paused ? 'Resume the sale' : 'Pause the sale'}
    </button>
  )
}
