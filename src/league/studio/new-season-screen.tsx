import { call } from '../../kit/call.ts'
import { DraftForm } from '../../kit/draft-form.tsx'
import { Page } from '../../kit/page.tsx'
import { useAct } from '../../kit/read.ts'
import { useNewDraft } from '../../kit/use-draft.ts'
import type { DeskSeasonJson, NewSeason } from '../wire.ts'
import { DOORS } from './doors.ts'
import { SeasonFields } from './season-fields.tsx'

export function NewSeasonScreen() {
  const draft = useNewDraft(() => ({ name: '', slug: '', description: '' }))
  const create = useAct<void, DeskSeasonJson>(
    () => {
      const { slug, ...rest } = draft.value
      const body: NewSeason = { ...rest, ...(slug !== '' && { slug }) }
      return call('POST', DOORS.seasons, body, { idempotencyKey: draft.key })
    },
    { says: 'Season made.', done: ({ id }) => draft.made(`/seasons/${id}`) },
  )
  return (
    <Page title="New season" narrow>
      <DraftForm
        what="season"
        draft={draft}
        onSave={() => create.mutate()}
        saving={create.isPending}
        verb="Make season"
      >
        <SeasonFields draft={draft.value} set={draft.set} />
        <p className="mute">
          It begins with the rules “Twelve Rounds”: a question each a round, steals, one round that counts
          double, a niche and a bonus round; level after that, overtime and then sudden death. You can change
          them on the season’s screen.
        </p>
      </DraftForm>
    </Page>
  )
}
