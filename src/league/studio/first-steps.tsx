import { Go } from '../../kit/go.tsx'
import { useMay } from '../../kit/studio-context.ts'
import type { DeskSeasonJson } from '../wire.ts'
import type { SeasonPart } from './season-screen.tsx'

/** Two make a match. */
const FEWEST_SIDES = 2

/** What a new season needs, in this order, until there is a match. */
export function FirstSteps({ season, go }: { season: DeskSeasonJson; go: (part: SeasonPart) => void }) {
  const mayManage = useMay('league.manage')
  const { sides, matches } = season
  if (!mayManage || matches.length > 0) return null
  const hasSides = sides.length >= FEWEST_SIDES
  const hasPlayers = hasSides && sides.every(({ players }) => players.length > 0)
  const next = !hasSides ? 'sides' : !hasPlayers ? 'players' : 'match'
  const toSides = (words: string) => (
    <button type="button" className="button is-hot" onClick={() => go('sides')}>
      {words}
    </button>
  )
  return (
    <ol className="first-steps" aria-label="First steps">
      <li className="is-done">A season</li>
      <li className={hasSides ? 'is-done' : ''}>Two sides {next === 'sides' && toSides('Add sides')}</li>
      <li className={hasPlayers ? 'is-done' : ''}>
        Their players {next === 'players' && toSides('Add players')}
      </li>
      <li>
        A match{' '}
        {next === 'match' && (
          <Go to={`/seasons/${season.id}/matches/new`} className="button is-hot">
            Make a match
          </Go>
        )}
      </li>
    </ol>
  )
}
