import { useState } from 'react'
import { call } from '../../kit/call.ts'
import { serverNow } from '../../kit/clock.ts'
import { Go, useGo } from '../../kit/go.tsx'
import { Page } from '../../kit/page.tsx'
import { randomId } from '../../kit/random-id.ts'
import { useAct, useRead } from '../../kit/read.ts'
import type { ScreenProps } from '../../kit/screen.ts'
import { Empty, Loaded } from '../../kit/states.tsx'
import { useZone } from '../../kit/studio-context.ts'
import type { DeskMatchJson, DeskSeasonJson } from '../wire.ts'
import { DOORS } from './doors.ts'
import { newMatchDraft, problemOfDraft, toNewMatch, type MatchDraft } from './match-draft.ts'
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
  const go = useGo()
  const [draft, setDraft] = useState(() => newMatchDraft(season, serverNow(), zone))
  const [key, setKey] = useState(randomId)
  const set = (changes: Partial<MatchDraft>) => {
    setDraft((now) => ({ ...now, ...changes }))
    setKey(randomId())
  }
  const create = useAct<void, DeskMatchJson>(
    () => call('POST', DOORS.matches, toNewMatch(draft, season.id), { idempotencyKey: key }),
    { says: 'Match made.', done: ({ id }) => go(`/matches/${id}`) },
  )
  return (
    <form
      className="panel form"
      onSubmit={(event) => {
        event.preventDefault()
        create.mutate()
      }}
    >
      <MatchForm season={season} draft={draft} set={set} />
      <div className="form-actions">
        <button
          type="submit"
          className="button is-hot"
          disabled={create.isPending || problemOfDraft(draft) !== null}
        >
          Make match
        </button>
      </div>
    </form>
  )
}
