import { useState } from 'react'
import { call } from '../../kit/call.ts'
import { useAct } from '../../kit/read.ts'
import { useShortcut } from '../../kit/shortcuts.ts'
import { useMay } from '../../kit/studio-context.ts'
import { useDraft } from '../../kit/use-draft.ts'
import type { DeskSeasonJson, SeasonChange } from '../wire.ts'
import { DOORS } from './doors.ts'
import { RevealPanel } from './reveal-panel.tsx'
import { SeasonFields } from './season-fields.tsx'

export function SeasonSettings({ season }: { season: DeskSeasonJson }) {
  const mayManage = useMay('league.manage')
  const { name, slug, description } = season
  const draft = useDraft({ name, slug, description }, season.revision)
  const [path] = useState(() => DOORS.season(season.id))
  const save = useAct<SeasonChange, { revision: number }>(
    (changes) => call('PATCH', path, changes, { revision: draft.revision }),
    { says: 'Season saved.', done: ({ revision }) => draft.accept(revision) },
  )
  const submit = () => save.mutate(draft.value)
  useShortcut('mod+s', 'Save', submit, mayManage)
  return (
    <div className="columns">
      <form
        className="panel form"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {draft.newer && (
          <div className="notice" role="alert">
            <p>Somebody has changed this season meanwhile.</p>
            <button type="button" className="button" onClick={draft.reset}>
              Show their version
            </button>
          </div>
        )}
        <fieldset className="form" disabled={!mayManage}>
          <legend className="unseen">The season</legend>
          <SeasonFields draft={draft.value} set={draft.set} />
          <div className="form-actions">
            <button type="submit" className="button is-hot" disabled={!draft.dirty || save.isPending}>
              Save
            </button>
          </div>
        </fieldset>
      </form>
      <RevealPanel
        of="season"
        path={DOORS.reveal(season.id)}
        revealAt={season.revealAt}
        revision={season.revision}
      />
    </div>
  )
}
