import { useNow } from '../../kit/clock.ts'
import { relative } from '../../kit/time.ts'
import type { Story } from '../wire.ts'
import { isDirty } from './autosave.ts'
import type { Autosaving } from './use-autosave.ts'

/** Where the words are: on the server, on their way, or in this browser alone. */
export function SaveState({ saving: { state }, story }: { saving: Autosaving; story: Story }) {
  const now = useNow()
  return (
    <p className={state.refused ? 'save-state field-problem' : 'save-state'} role="status">
      {wordsOf()}
    </p>
  )
  function wordsOf(): string {
    if (state.refused) return `Not saved: ${state.refused}`
    if (state.theirs) return 'Kept in this browser, until you have chosen a version.'
    if (state.failures > 0) return 'Kept in this browser. It is sent when the site can be reached.'
    if (isDirty(state)) return 'Saving…'
    return `Saved ${relative(Date.parse(story.updatedAt), Math.max(now, Date.parse(story.updatedAt)))}`
  }
}
