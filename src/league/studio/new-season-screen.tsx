import { useState } from 'react'
import { call } from '../../kit/call.ts'
import { useGo } from '../../kit/go.tsx'
import { Page } from '../../kit/page.tsx'
import { randomId } from '../../kit/random-id.ts'
import { useAct } from '../../kit/read.ts'
import type { DeskSeasonJson, NewSeason } from '../wire.ts'
import { DOORS } from './doors.ts'
import { SeasonFields } from './season-fields.tsx'

export function NewSeasonScreen() {
  const go = useGo()
  const [draft, setDraft] = useState({ name: '', slug: '', description: '' })
  const [key, setKey] = useState(randomId)
  const create = useAct<void, DeskSeasonJson>(
    () => {
      const { slug, ...rest } = draft
      const body: NewSeason = { ...rest, ...(slug !== '' && { slug }) }
      return call('POST', DOORS.seasons, body, { idempotencyKey: key })
    },
    { says: 'Season made.', done: ({ id }) => go(`/seasons/${id}`) },
  )
  return (
    <Page title="New season" narrow>
      <form
        className="panel form"
        onSubmit={(event) => {
          event.preventDefault()
          create.mutate()
        }}
      >
        <SeasonFields
          draft={draft}
          set={(changes) => {
            setDraft((now) => ({ ...now, ...changes }))
            setKey(randomId())
          }}
        />
        <p className="mute">
          It begins with the rules “Twelve Rounds”: a question each a round, steals, one round that counts
          double, a niche and a bonus round; level after that, overtime and then sudden death. You can change
          them on the season’s screen.
        </p>
        <div className="form-actions">
          <button type="submit" className="button is-hot" disabled={create.isPending}>
            Make season
          </button>
        </div>
      </form>
    </Page>
  )
}
