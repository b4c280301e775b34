import { call } from '../../kit/call.ts'
import { useAct } from '../../kit/read.ts'
import type { Master } from '../wire.ts'
import { isMoving, MASTER_STATE_WORDS } from './master-words.ts'

const SAYS: Readonly<Record<Master['state'], string>> = {
  uploading: 'It is still being uploaded. Clips can be marked when all of it is here.',
  queued: 'It waits for its turn.',
  processing: 'It is looked at, and a version for the desk is made. You may leave this screen.',
  ready: '',
  failed: 'It could not be processed. The original is kept as it came.',
  cancelled: 'Its processing was cancelled. The original is kept as it came.',
}

/** How it stands with footage that is not ready, and what can be done about it. */
export function ProcessingPanel({ master }: { master: Master }) {
  const { id, state, progress, problem } = master
  const path = `/api/v1/masters/${id}`
  const cancel = useAct<void>(() => call('POST', `${path}/cancel`), { says: 'Cancelled.' })
  const retry = useAct<void>(() => call('POST', `${path}/retry`), { says: 'It is processed again.' })
  if (state === 'ready') return null
  return (
    <section className="panel processing" aria-labelledby="processing">
      <h2 id="processing">{MASTER_STATE_WORDS[state]}</h2>
      {problem && (
        <p className="master-problem" role="alert">
          {problem}
        </p>
      )}
      <p>{SAYS[state]}</p>
      {isMoving(state) && (
        <div className="processing-progress">
          <progress value={progress} aria-label={MASTER_STATE_WORDS[state]} />
          <span className="figures">{Math.round(progress * 100)}%</span>
        </div>
      )}
      <div className="form-actions">
        {(state === 'queued' || state === 'processing') && (
          <button
            type="button"
            className="button"
            disabled={cancel.isPending}
            onClick={() => cancel.mutate()}
          >
            Cancel
          </button>
        )}
        {(state === 'failed' || state === 'cancelled') && (
          <button
            type="button"
            className="button is-hot"
            disabled={retry.isPending}
            onClick={() => retry.mutate()}
          >
            Try again
          </button>
        )}
      </div>
    </section>
  )
}
