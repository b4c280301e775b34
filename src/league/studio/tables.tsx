import { Empty } from '../../kit/states.tsx'
import type { DeskSeasonJson, SeasonPlayer, Standing } from '../wire.ts'
import { Swatch } from './swatch.tsx'

/** The tables as the rulings have them now, whatever readers may see of them yet. */
export function Tables({ season: { standings, players } }: { season: DeskSeasonJson }) {
  if (standings.length === 0) return <Empty>No sides yet: there is nothing to rank.</Empty>
  return (
    <>
      <div className="table-scroll" tabIndex={0} role="group" aria-label="Standings">
        <StandingsTable standings={standings} />
      </div>
      {players.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="group" aria-label="Players">
          <PlayersTable players={players} />
        </div>
      )}
    </>
  )
}

const signed = (n: number): string => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0')

function StandingsTable({ standings }: { standings: readonly Standing[] }) {
  return (
    <table className="table">
      <caption>Standings</caption>
      <thead>
        <tr>
          <th scope="col">#</th>
          <th scope="col">Side</th>
          <th scope="col">Record</th>
          <th scope="col">Points</th>
          <th scope="col">For</th>
          <th scope="col">Against</th>
          <th scope="col">Diff.</th>
          <th scope="col">A match</th>
          <th scope="col">Form</th>
        </tr>
      </thead>
      <tbody>
        {standings.map((row) => (
          <tr key={row.side.id}>
            <td>
              {row.rank}
              {row.tied && '='}
            </td>
            <th scope="row">
              <Swatch side={row.side} /> {row.side.name}
              {row.why !== '' && <small>{row.why}</small>}
            </th>
            <td>{row.record}</td>
            <td>
              <b>{row.points}</b>
            </td>
            <td>{row.scored}</td>
            <td>{row.conceded}</td>
            <td>{signed(row.difference)}</td>
            <td>{row.average.toFixed(2)}</td>
            <td>{row.form.join(' ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function PlayersTable({ players }: { players: readonly SeasonPlayer[] }) {
  return (
    <table className="table">
      <caption>Players</caption>
      <thead>
        <tr>
          <th scope="col">#</th>
          <th scope="col">Player</th>
          <th scope="col">Points</th>
          <th scope="col">A match</th>
          <th scope="col">Answers</th>
          <th scope="col">Steals</th>
          <th scope="col">Matches</th>
        </tr>
      </thead>
      <tbody>
        {players.map((row) => (
          <tr key={row.player.id}>
            <td>{row.rank}</td>
            <th scope="row">
              {row.player.name} <span className="mute">{row.side.short}</span>
            </th>
            <td>
              <b>{row.points}</b>
            </td>
            <td>{row.average.toFixed(2)}</td>
            <td>{row.answers}</td>
            <td>{row.steals}</td>
            <td>{row.matches}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
