import { call } from '../../kit/call.ts'
import { serverNow } from '../../kit/clock.ts'
import { DraftForm } from '../../kit/draft-form.tsx'
import { Go } from '../../kit/go.tsx'
import { Page } from '../../kit/page.tsx'
import { useAct, useRead } from '../../kit/read.ts'
import type { ScreenProps } from '../../kit/screen.ts'
import { Empty, Loaded } from '../../kit/states.tsx'
import { useZone } from '../../kit/studio-context.ts'
import { useNewDraft } from '../../kit/use-draft.ts'
import type { DeskMatchJson, DeskSeasonJson } from '../wire.ts'
import { DOORS } from './doors.ts'
import { newMatchDraft, problemOfDraft, toNewMatch } from './match-draft.ts'
import { MatchForm } from './match-form.tsx'

export function NewMatchScreen({ params }: ScreenProps) {
  const id = params['id'] ?? ''
  const season = useRead<DeskSeasonJson>(DOORS.deskSeason(id), ['desk:league'])
  return (
    <Page title="New match" narrow>
      <Loaded query={season} what="the season">
        {(data) =>
          data.sides.length < 2 ? (
            <Empty action={<Go to={`/seasons/${id}?part=sides`}>Add sides</Go>}>
              A match takes two sides.
            </Empty>
          ) : (
            <NewMatchForm season={data} />
          )
        }
      </Loaded>
    </Page>
  )
}

function NewMatchForm({ season }: { season: DeskSeasonJson }) {
  const zone = useZone()
  const draft = useNewDraft(() => newMatchDraft(season, serverNow(), zone))
  const create = useAct<void, DeskMatchJson>(
    () => call('POST', DOORS.matches, toNewMatch(draft.value, season.id), { idempotencyKey: draft.key }),
    { says: 'Match made.', done: ({ id }) => draft.made(`/matches/${id}`) },
  )
  return (
    <DraftForm
      what="match"
      draft={draft}
      onSave={() => create.mutate()}
      saving={create.isPending}
      verb="Make match"
      problem={problemOfDraft(draft.value)}
    >
      <MatchForm season={season} draft={draft.value} set={draft.set} />
    </DraftForm>
  )
}
