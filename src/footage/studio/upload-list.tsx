import { useConfirm } from '../../kit/use-confirm.ts'
import { Badge, Row } from '../../kit/row.tsx'
import { useZone } from '../../kit/studio-context.ts'
import { dateTime } from '../../kit/time.ts'
import { type Unfinished, uploads } from './upload-queue.ts'
import { sizeWords, type UploadPhase, type UploadState, uploadWords } from './upload-state.ts'

const BADGE: Readonly<Record<UploadPhase, string>> = {
  waiting: 'Waiting',
  sending: 'Uploading',
  paused: 'Paused',
  away: 'No connection',
  failed: 'Not sent',
}

interface UploadListProps {
  sending: readonly UploadState[]
  unfinished: readonly Unfinished[]
  onForget: (key: string) => void
}

/** What this browser is sending, and what it has not finished on an earlier visit. */
export function UploadList({ sending, unfinished, onForget }: UploadListProps) {
  const zone = useZone()
  if (sending.length === 0 && unfinished.length === 0) return null
  return (
    <section className="upload-list" aria-label="Uploads of this browser">
      <ul className="rows">
        {sending.map((upload) => (
          <UploadRow key={upload.id} upload={upload} />
        ))}
        {unfinished.map(({ key, name, size, startedAt }) => (
          <Row
            key={key}
            title={name}
            detail={`Begun ${dateTime(startedAt, zone)} and not finished. Choose the same file (${sizeWords(size)}) again: it goes on from where it was.`}
            end={
              <>
                <Badge>Unfinished</Badge>
                <button
                  type="button"
                  className="button"
                  aria-label={`Forget it: ${name}`}
                  onClick={() => onForget(key)}
                >
                  Forget it
                </button>
              </>
            }
          />
        ))}
      </ul>
    </section>
  )
}

function UploadRow({ upload }: { upload: UploadState }) {
  const { id, name, size, sent, phase } = upload
  const confirm = useConfirm()
  const cancel = async () => {
    const sure = await confirm({
      title: 'Cancel this upload?',
      words: `What was sent of “${name}” is thrown away.`,
      yes: 'Cancel the upload',
      danger: true,
    })
    if (sure) uploads.cancel(id)
  }
  const stands = phase === 'paused' || phase === 'failed'
  return (
    <Row
      title={name}
      detail={
        <>
          <span className={phase === 'failed' ? 'hot-ink' : 'figures'} role="status">
            {uploadWords(upload)}
          </span>
          {phase !== 'failed' && <progress max={size} value={sent} aria-label={`Upload of ${name}`} />}
        </>
      }
      end={
        <>
          <Badge tone={phase === 'sending' ? 'ink' : 'plain'}>{BADGE[phase]}</Badge>
          <button
            type="button"
            className="button"
            aria-label={`${stands ? 'Go on with' : 'Pause'} ${name}`}
            onClick={() => (stands ? uploads.resume(id) : uploads.pause(id))}
          >
            {stands ? 'Go on' : 'Pause'}
          </button>
          <button
            type="button"
            className="button is-danger"
            aria-label={`Cancel the upload of ${name}`}
            onClick={() => void (phase === 'failed' && sent === 0 ? uploads.cancel(id) : cancel())}
          >
            Cancel
          </button>
        </>
      }
    />
  )
}
