import { useState } from 'react'
import { call } from '../../kit/call.ts'
import { useConfirm } from '../../kit/use-confirm.ts'
import type { Problem } from '../../kit/problem.ts'
import { randomId } from '../../kit/random-id.ts'
import { type Acting, useAct } from '../../kit/read.ts'
import { Badge, Row } from '../../kit/row.tsx'
import type { Clip, NewClip } from '../wire.ts'
import { newClipLike } from './clip-draft.ts'
import { CLIP_STATE_WORDS } from './clip-look.ts'
import { ClipThumb } from './clip-thumb.tsx'
import { clockOf, lengthOf } from './media-time.ts'
import { InUse } from './in-use.tsx'
import type { Playhead } from './playhead.ts'
import { usesIn } from './uses.ts'

interface ClipRowProps {
  clip: Clip
  onEdit: () => void
  /** `null`: there is nothing to play it on. */
  playhead: Playhead | null
}

export function ClipRow(props: ClipRowProps) {
  const { clip } = props
  const { title, inMs, outMs, state, progress, problem } = clip
  const moving = state === 'queued' || state === 'processing'
  return (
    <Row
      lead={<ClipThumb clip={clip} />}
      title={title}
      detail={
        <>
          <span className="figures">
            {clockOf(inMs)}–{clockOf(outMs)} · {lengthOf(outMs - inMs)}
          </span>
          {clip.captions && ' · captions'}
          {clip.warning && ' · warning'}
          {state !== 'ready' && (
            <span className="clip-state">
              <Badge tone={state === 'failed' ? 'hot' : 'plain'}>{CLIP_STATE_WORDS[state]}</Badge>
            </span>
          )}
          {state === 'failed' && problem && <span className="master-problem">{problem}</span>}
          {moving && <progress value={progress} aria-label={`Cutting ${title}`} />}
        </>
      }
      end={<ClipActions {...props} />}
    />
  )
}

function ClipActions({ clip, onEdit, playhead }: ClipRowProps) {
  const { id, title, state, inMs, outMs } = clip
  const path = `/api/v1/clips/${id}`
  const cancel = useAct<void>(() => call('POST', `${path}/cancel`), { says: 'Cancelled.' })
  const retry = useAct<void>(() => call('POST', `${path}/retry`), { says: 'It is cut again.' })
  const moving = state === 'queued' || state === 'processing'
  return (
    <span className="clip-actions">
      {playhead && (
        <>
          <button
            type="button"
            className="button"
            aria-label={`Play ${title}`}
            onClick={() => playhead.playSpan(inMs, outMs)}
          >
            Play
          </button>
          <button type="button" className="button" aria-label={`Change ${title}`} onClick={onEdit}>
            Change
          </button>
        </>
      )}
      {moving && (
        <button
          type="button"
          className="button"
          aria-label={`Cancel the cutting of ${title}`}
          onClick={() => cancel.mutate()}
        >
          Cancel
        </button>
      )}
      {(state === 'failed' || state === 'cancelled') && (
        <button
          type="button"
          className="button"
          aria-label={`Try again: ${title}`}
          onClick={() => retry.mutate()}
        >
          Try again
        </button>
      )}
      <DeleteClip clip={clip} />
    </span>
  )
}

/** What a story uses stays; what is deleted can be made again from the same footage. */
function DeleteClip({ clip }: { clip: Clip }) {
  const [inUse, setInUse] = useState<Problem | null>(null)
  const confirm = useConfirm()
  const makeAgain: Acting<NewClip> = useAct(
    (like: NewClip) => call('POST', '/api/v1/clips', like, { idempotencyKey: randomId() }),
    { says: 'The clip is back; it is cut again.' },
  )
  const remove = useAct<void>(
    () => call('DELETE', `/api/v1/clips/${clip.id}`, undefined, { revision: clip.revision }),
    {
      says: 'Clip deleted.',
      undo: () => ({ act: () => makeAgain.mutate(newClipLike(clip)) }),
      failed: (problem) => {
        const isUsed = usesIn(problem).length > 0
        if (isUsed) setInUse(problem)
        return isUsed
      },
    },
  )
  const ask = async () => {
    const words = 'A clip that a story uses stays. The footage itself is not touched.'
    if (await confirm({ title: `Delete “${clip.title}”?`, words, yes: 'Delete', danger: true }))
      remove.mutate()
  }
  return (
    <>
      <button
        type="button"
        className="button is-danger"
        aria-label={`Delete ${clip.title}`}
        onClick={() => void ask()}
      >
        Delete
      </button>
      {inUse && <InUse words={inUse.message} uses={usesIn(inUse)} onClose={() => setInUse(null)} />}
    </>
  )
}
