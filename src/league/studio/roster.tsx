import { useState } from 'react'
import { call, withQuery } from '../../kit/call.ts'
import { Field } from '../../kit/field.tsx'
import { randomId } from '../../kit/random-id.ts'
import { type Acting, useAct, useList } from '../../kit/read.ts'
import type { DeskSeasonJson, PlayerJson, RosterSide } from '../wire.ts'
import { DOORS } from './doors.ts'
import { PlayerDialog } from './player-dialog.tsx'

interface RosterProps {
  season: DeskSeasonJson
  side: RosterSide
  disabled: boolean
}

type Player = RosterSide['players'][number]

interface Change {
  players: readonly Player[]
  says: string
}

/** Who plays for a side in this season, in the order of the line-up; each change is saved at once and can be taken back. */
export function Roster({ season, side, disabled }: RosterProps) {
  const [renaming, setRenaming] = useState<Player | null>(null)
  const path = DOORS.roster(season.id, side.id)
  const save: Acting<Change> = useAct(
    ({ players }: Change) =>
      call('PUT', path, { players: players.map(({ id, bench }) => ({ player: id, bench })) }),
    {
      says: (_, { says }) => says,
      undo: (_, { says }) =>
        says === '' ? undefined : { act: () => save.mutate({ players: side.players, says: '' }) },
    },
  )
  const { players } = side
  const move = (i: number) =>
    save.mutate({ players: [...players.slice(0, i - 1), players[i], players[i - 1], ...players.slice(i + 1)].filter((each) => each !== undefined), says: '' }) // prettier-ignore
  return (
    <div className="roster">
      {players.length === 0 && <p className="mute">Nobody yet.</p>}
      <ol>
        {players.map((player, i) => (
          <li key={player.id}>
            <button
              type="button"
              className="roster-name"
              disabled={disabled}
              onClick={() => setRenaming(player)}
            >
              {player.name}
            </button>
            <label className="check">
              <input
                type="checkbox"
                checked={player.bench}
                disabled={disabled || save.isPending}
                onChange={({ target: { checked } }) =>
                  save.mutate({
                    players: players.map((each) =>
                      each.id === player.id ? { ...each, bench: checked } : each,
                    ),
                    says: '',
                  })
                }
              />
              Bench
            </label>
            {!disabled && (
              <>
                <button
                  type="button"
                  className="button is-plain"
                  aria-label={`Move ${player.name} up`}
                  disabled={i === 0 || save.isPending}
                  onClick={() => move(i)}
                >
                  ↑
                </button>
                <button
                  type="button"
                  className="button is-plain"
                  aria-label={`Take ${player.name} out`}
                  disabled={save.isPending}
                  onClick={() =>
                    save.mutate({
                      players: players.filter(({ id }) => id !== player.id),
                      says: `${player.name} is out of ${side.name}.`,
                    })
                  }
                >
                  ×
                </button>
              </>
            )}
          </li>
        ))}
      </ol>
      {!disabled && (
        <AddPlayer
          side={side}
          add={(player) => save.mutateAsync({ players: [...players, player], says: '' })}
        />
      )}
      {renaming && <PlayerDialog id={renaming.id} name={renaming.name} onClose={() => setRenaming(null)} />}
    </div>
  )
}

/** By name: one that the league knows, or a new one. */
function AddPlayer({ side, add }: { side: RosterSide; add: (player: Player) => Promise<unknown> }) {
  const [name, setName] = useState('')
  const text = name.trim()
  const found = useList<PlayerJson>(
    text === '' ? null : withQuery(DOORS.deskPlayers, { q: text, limit: 8 }),
    ['desk:league'],
  )
  const known = (found.data ?? []).filter(({ id }) => !side.players.some((player) => player.id === id))
  const same = known.find((player) => player.name.toLowerCase() === text.toLowerCase())
  const submit = useAct<void>(
    async () => {
      const player =
        same ??
        (await call<PlayerJson>('POST', DOORS.players, { name: text }, { idempotencyKey: randomId() }))
      await add({ id: player.id, name: player.name, bench: false })
    },
    { done: () => setName('') },
  )
  const listId = `players-${side.id}`
  return (
    <form
      className="roster-add"
      onSubmit={(event) => {
        event.preventDefault()
        if (text !== '') submit.mutate()
      }}
    >
      <Field label={`Add a player to ${side.name}`}>
        <input
          list={listId}
          maxLength={80}
          placeholder="Name"
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <datalist id={listId}>
        {known.map((player) => (
          <option key={player.id} value={player.name} />
        ))}
      </datalist>
      <button type="submit" className="button" disabled={text === '' || submit.isPending}>
        {same || text === '' ? 'Add' : 'Add as new'}
      </button>
    </form>
  )
}
