import type { StoryInput } from '../wire.ts'
import { StoryWords } from './story-words.tsx'
import type { Autosaving } from './use-autosave.ts'

/** Somebody else has saved meanwhile: both versions beside each other, and one of them chosen. */
export function ConflictNotice({ saving: { state, choose } }: { saving: Autosaving }) {
  if (!state.theirs) return null
  return (
    <section className="notice conflict" role="alert">
      <p>
        <strong>Somebody else has changed this story.</strong> Nothing is lost: choose the version to go on
        with. The other stays in the list of revisions, or here until you choose.
      </p>
      <div className="versions">
        <Version title="Yours" content={state.current} />
        <Version title="Theirs" content={state.theirs.content} />
      </div>
      <div className="form-actions">
        <button type="button" className="button is-hot" onClick={() => choose('keep-mine')}>
          Go on with mine
        </button>
        <button type="button" className="button" onClick={() => choose('take-theirs')}>
          Take theirs
        </button>
      </div>
    </section>
  )
}

function Version({ title, content }: { title: string; content: StoryInput }) {
  return (
    <div className="version" role="region" aria-label={title} tabIndex={0}>
      <h2 className="is-plain">{title}</h2>
      <StoryWords content={content} />
    </div>
  )
}
