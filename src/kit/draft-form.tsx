import { type ReactNode, useRef } from 'react'
import { useShortcut } from './shortcuts.ts'
import type { Draft, NewDraft } from './use-draft.ts'
import { useUnsaved } from './use-unsaved.ts'

interface DraftFormProps {
  /** What is written here, as a sentence names it: `season`. */
  what: string
  draft:
    Pick<Draft<object>, 'dirty' | 'newer' | 'reset' | 'sending'> | Pick<NewDraft<object>, 'dirty' | 'made'>
  onSave: () => void
  saving: boolean
  verb?: string
  /** Why it cannot be saved as it stands, in a sentence. */
  problem?: string | null
  mayChange?: boolean
  /** What it holds are panels of their own. */
  ofPanels?: boolean
  /** Beside the button that saves. */
  beside?: ReactNode
  children: ReactNode
}

/** Saved by its button or by Mod-S, and left only where that loses nothing or is meant; says what it lacks, and when somebody else was quicker. */
export function DraftForm({
  what,
  draft,
  onSave,
  saving,
  verb = 'Save',
  problem = null,
  mayChange = true,
  ofPanels = false,
  beside,
  children,
}: DraftFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const canSave = mayChange && draft.dirty && problem === null && !saving
  useUnsaved(draft.dirty, saving)
  useShortcut('mod+s', verb, () => canSave && form.current?.requestSubmit(), mayChange)
  return (
    <form
      ref={form}
      className={ofPanels ? 'form' : 'panel form'}
      onSubmit={(event) => {
        event.preventDefault()
        if ('sending' in draft) draft.sending()
        onSave()
      }}
    >
      {'newer' in draft && draft.newer && !saving && <NewerNotice what={what} onTake={draft.reset} />}
      {/* What is being made is left as soon as it is: nothing can be typed that would be lost by that. */}
      <fieldset className="form" disabled={!mayChange || (saving && 'made' in draft)}>
        <legend className="unseen">The {what}</legend>
        {children}
        {draft.dirty && problem && (
          <p className="field-problem" role="status">
            {problem}
          </p>
        )}
        <div className="form-actions">
          <button type="submit" className="button is-hot" disabled={!canSave}>
            {verb}
          </button>
          {beside}
        </div>
      </fieldset>
    </form>
  )
}

export function NewerNotice({ what, onTake }: { what: string; onTake: () => void }) {
  return (
    <div className="notice" role="alert">
      <p>Somebody has changed the {what} meanwhile.</p>
      <button type="button" className="button" onClick={onTake}>
        Show their version
      </button>
    </div>
  )
}
