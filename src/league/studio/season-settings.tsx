import { useState } from 'react'
import { call } from '../../kit/call.ts'
import { DraftForm } from '../../kit/draft-form.tsx'
import { useAct } from '../../kit/read.ts'
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
  return (
    <div className="columns">
      <DraftForm
        what="season"
        draft={draft}
        onSave={() => save.mutate(draft.value)}
        saving={save.isPending}
        mayChange={mayManage}
      >
        <SeasonFields draft={draft.value} set={draft.set} />
      </DraftForm>
      <RevealPanel
        of="season"
        path={DOORS.reveal(season.id)}
        revealAt={season.revealAt}
        revision={season.revision}
      />
    </div>
  )
}
