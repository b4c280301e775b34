import { useNow } from '../../kit/clock.ts'
import { Badge, Row } from '../../kit/row.tsx'
import { useZone } from '../../kit/studio-context.ts'
import { timeNear } from '../../kit/time.ts'
import type { Master } from '../wire.ts'
import { Frame } from './frame.tsx'
import { isMoving, MASTER_STATE_WORDS, masterDetail } from './master-words.ts'

/** A second in: the first frame is often black. */
const THUMB_MS = 1000

export function MasterRow({ master }: { master: Master }) {
  const now = useNow()
  const zone = useZone()
  const { name, state, progress, problem, previewUrl, createdAt } = master
  return (
    <Row
      to={`/footage/${master.id}`}
      title={name}
      lead={previewUrl ? <Frame src={previewUrl} at={THUMB_MS} /> : <span className="frame is-empty" />}
      detail={
        <>
          {`${masterDetail(master)} · received ${timeNear(createdAt, now, zone)}`}
          {state === 'failed' && problem && <span className="master-problem">{problem}</span>}
          {isMoving(state) && (
            <progress value={progress} aria-label={`${MASTER_STATE_WORDS[state]}: ${name}`} />
          )}
        </>
      }
      end={<MasterBadge master={master} />}
    />
  )
}

export function MasterBadge({ master: { state, progress } }: { master: Master }) {
  const share = isMoving(state) && state !== 'queued' ? ` ${Math.round(progress * 100)}%` : ''
  return (
    <Badge tone={state === 'processing' ? 'ink' : state === 'failed' ? 'hot' : 'plain'}>
      <span className="figures">{MASTER_STATE_WORDS[state] + share}</span>
    </Badge>
  )
}
