import { useState } from 'react'
import { call } from '../../kit/call.ts'
import { useConfirm } from '../../kit/use-confirm.ts'
import { useAct } from '../../kit/read.ts'
import { Empty } from '../../kit/states.tsx'
import { useMay } from '../../kit/studio-context.ts'
import { plural } from '../../kit/time.ts'
import type { DeskSeasonJson, RosterSide } from '../wire.ts'
import { DOORS } from './doors.ts'
import { Roster } from './roster.tsx'
import { AddSideDialog, SideDialog } from './side-dialogs.tsx'
import { Swatch } from './swatch.tsx'

/** The sides of a season, each with who plays for it in it. */
export function SidesPart({ season }: { season: DeskSeasonJson }) {
  const mayManage = useMay('league.manage')
  const [adding, setAdding] = useState(false)
  const [editing, setEditing] = useState<RosterSide | null>(null)
  const add = mayManage && (
    <button type="button" className="button is-hot" onClick={() => setAdding(true)}>
      Add a side
    </button>
  )
  return (
    <>
      {season.sides.length > 0 && add && <p className="more">{add}</p>}
      {season.sides.length === 0 ? (
        <Empty action={add}>
          No sides yet. A match takes two; each has a name, a few letters for the strip, and players.
        </Empty>
      ) : (
        <div className="side-panels">
          {season.sides.map((side) => (
            <SidePanel key={side.id} season={season} side={side} onEdit={() => setEditing(side)} />
          ))}
        </div>
      )}
      {adding && <AddSideDialog season={season} onClose={() => setAdding(false)} />}
      {editing && <SideDialog side={editing} onClose={() => setEditing(null)} />}
    </>
  )
}

function SidePanel({
  season,
  side,
  onEdit,
}: {
  season: DeskSeasonJson
  side: RosterSide
  onEdit: () => void
}) {
  const mayManage = useMay('league.manage')
  return (
    <section className="panel" aria-label={side.name}>
      <div className="side-head">
        <Swatch side={side} />
        <h2>{side.name}</h2>
        <span className="mute">{plural(side.players.length, 'player')}</span>
        {mayManage && (
          <button type="button" className="button" aria-label={`Edit ${side.name}`} onClick={onEdit}>
            Edit
          </button>
        )}
      </div>
      <Roster season={season} side={side} disabled={!mayManage} />
      {mayManage && <Leave season={season} side={side} />}
    </section>
  )
}

/** A side that has played stays: its matches are part of the tables. */
function Leave({ season, side }: { season: DeskSeasonJson; side: RosterSide }) {
  const confirm = useConfirm()
  const path = DOORS.roster(season.id, side.id)
  const back = useAct<void>(() =>
    call('PUT', path, { players: side.players.map(({ id, bench }) => ({ player: id, bench })) }),
  )
  const leave = useAct<void>(() => call('DELETE', path), {
    says: `${side.name} left the season.`,
    undo: () => ({ act: () => back.mutate() }),
  })
  if (season.matches.some(({ sides }) => sides.some(({ id }) => id === side.id))) return null
  const ask = async () => {
    const words = `${side.name} stays in the league; only this season goes on without it.`
    if (await confirm({ title: `Take ${side.name} out of ${season.name}?`, words, yes: 'Take it out' }))
      leave.mutate()
  }
  return (
    <p>
      <button type="button" className="button is-plain" onClick={() => void ask()}>
        Take out of the season
      </button>
    </p>
  )
}
