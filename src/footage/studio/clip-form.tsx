import { Check, Field } from '../../kit/field.tsx'
import { type ClipDraft, clipProblem, posterOf } from './clip-draft.ts'
import { markIn, markOut } from './clip-range.ts'
import { CoverPreview } from './cover-preview.tsx'
import { Frame } from './frame.tsx'
import { exactClock, lengthOf } from './media-time.ts'
import type { Playhead } from './playhead.ts'
import { TimeField } from './time-field.tsx'
import { useAtTime } from './use-playhead.ts'

export interface ClipFormProps {
  draft: ClipDraft
  set: (changes: Partial<ClipDraft>) => void
  duration: number
  previewUrl: string
  playhead: Playhead
}

/** In and out, words, warning and poster of one clip. */
export function ClipForm(props: ClipFormProps) {
  const { draft, set } = props
  return (
    <>
      <Ends {...props} />
      <Field label="Title">
        <input
          value={draft.title}
          required
          maxLength={300}
          onChange={(event) => set({ title: event.target.value })}
        />
      </Field>
      <Field label="What happens just before" hint="Stands below the clip: “Just before it begins, …”.">
        <textarea
          value={draft.before}
          maxLength={2000}
          onChange={(event) => set({ before: event.target.value })}
        />
      </Field>
      <WarningFields {...props} />
      <Poster {...props} />
    </>
  )
}

function Ends({ draft, set, duration, playhead }: ClipFormProps) {
  const length = draft.from !== null && draft.to !== null ? draft.to - draft.from : null
  return (
    <fieldset className="span-fields">
      <legend className="unseen">Where it begins and ends</legend>
      <div className="span-field">
        <TimeField label="In" value={draft.from} most={duration} onChange={(from) => set({ from })} />
        <button type="button" className="button" onClick={() => set(markIn(draft, playhead.now(), duration))}>
          <span>
            Begin here <kbd>I</kbd>
          </span>
        </button>
      </div>
      <div className="span-field">
        <TimeField label="Out" value={draft.to} most={duration} onChange={(to) => set({ to })} />
        <button
          type="button"
          className="button"
          onClick={() => set(markOut(draft, playhead.now(), duration))}
        >
          <span>
            End here <kbd>O</kbd>
          </span>
        </button>
      </div>
      <p className="span-length">
        <span className="figures">
          {length !== null && length > 0 ? `${lengthOf(length)} long` : (clipProblem(draft, duration) ?? '')}
        </span>
        {length !== null && length > 0 && (
          <button
            type="button"
            className="button is-plain"
            onClick={() => playhead.playSpan(draft.from ?? 0, draft.to ?? 0)}
          >
            Play it
          </button>
        )}
      </p>
    </fieldset>
  )
}

function WarningFields({ draft, set }: ClipFormProps) {
  return (
    <fieldset className="form">
      <legend className="unseen">Warning</legend>
      <Check label="Warn before it plays" checked={draft.warned} onChange={(warned) => set({ warned })} />
      {draft.warned && (
        <>
          <Field
            label="What is shown"
            hint="What happens, when in the clip, and what is not shown: “A man is hurt at 0:19 and calls for help. No blood is shown.”"
          >
            <textarea
              value={draft.says}
              required
              maxLength={300}
              onChange={(event) => set({ says: event.target.value })}
            />
          </Field>
          <Field
            label="Why it is published"
            hint="“We publish it because the league says nobody called out.”"
          >
            <textarea
              value={draft.why}
              maxLength={600}
              onChange={(event) => set({ why: event.target.value })}
            />
          </Field>
          <CoverPreview
            says={draft.says}
            why={draft.why}
            duration={Math.max(0, (draft.to ?? 0) - (draft.from ?? 0))}
          />
        </>
      )}
    </fieldset>
  )
}

function Poster({ draft, set, previewUrl, playhead }: ClipFormProps) {
  const at = posterOf(draft)
  const { from, to } = draft
  const isInClip = useAtTime(playhead, (ms) => from !== null && ms >= from && (to === null || ms < to))
  return (
    <fieldset className="form">
      <legend className="legend">Poster</legend>
      <div className="poster-field">
        {at === null ? (
          <span className="frame is-empty" />
        ) : (
          <Frame src={previewUrl} at={at} alt={`The frame at ${exactClock(at)}`} />
        )}
        <div className="form">
          <p className="mute figures">
            {at === from ? 'The first frame of the clip.' : `The frame at ${exactClock(at ?? 0)}.`}
            {draft.warned && ' Readers see it only after they have asked to.'}
            {!isInClip && ' Move the playhead into the clip to pick another.'}
          </p>
          <div className="form-actions">
            <button
              type="button"
              className="button"
              disabled={!isInClip}
              onClick={() => set({ posterMs: playhead.now() })}
            >
              Use this frame
            </button>
            {at !== from && (
              <button type="button" className="button is-plain" onClick={() => set({ posterMs: null })}>
                The first frame
              </button>
            )}
          </div>
        </div>
      </div>
    </fieldset>
  )
}
