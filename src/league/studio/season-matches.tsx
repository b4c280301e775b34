import { useNow } from '../../kit/clock.ts'
import { Go } from '../../kit/go.tsx'
import { Badge, Row } from '../../kit/row.tsx'
import { Empty } from '../../kit/states.tsx'
import { useMay } from '../../kit/studio-context.ts'
import { countdown, timeNear } from '../../kit/time.ts'
import type { DeskMatchLine, DeskSeasonJson } from '../wire.ts'
import { PHASE_WORDS } from './phase-words.ts'
import { scoreLine } from './use-league-tonight.ts'

export function SeasonMatches({ season: { id, sides, matches } }: { season: DeskSeasonJson }) {
  const mayManage = useMay('league.manage')
  return (
    <>
      {mayManage && sides.length > 1 && (
        <p className="more">
          <Go to={`/seasons/${id}/matches/new`} className="button is-hot">
            New match
          </Go>
        </p>
      )}
      {matches.length === 0 ? (
        <Empty>
          {sides.length > 1
            ? 'No match yet.'
            : 'No match yet. It takes two sides: add them first, under Sides.'}
        </Empty>
      ) : (
        <ul className="rows">
          {matches.map((match) => (
            <MatchRow key={match.id} match={match} />
          ))}
        </ul>
      )}
    </>
  )
}

const COUNTED_MS = 48 * 3_600_000

function MatchRow({ match }: { match: DeskMatchLine }) {
  const now = useNow()
  const mayRule = useMay('match.rule')
  const { phase, draft, scheduledAt, zone } = match
  const left = Date.parse(scheduledAt) - now
  return (
    <Row
      to={`/matches/${match.id}`}
      lead={<span className="match-number">{match.number}</span>}
      title={scoreLine(match)}
      detail={[timeNear(scheduledAt, now, zone), match.words].filter(Boolean).join(' · ')}
      dim={phase === 'ended'}
      end={
        <>
          {draft && <Badge>Draft</Badge>}
          {match.heldUntil && Date.parse(match.heldUntil) > now && <Badge>Held back</Badge>}
          {phase && phase !== 'scheduled' && (
            <Badge tone={phase === 'ended' ? 'plain' : 'hot'}>{PHASE_WORDS[phase]}</Badge>
          )}
          {phase === 'scheduled' && left > 0 && left < COUNTED_MS && (
            <span className="countdown">in {countdown(left)}</span>
          )}
          {mayRule && phase !== 'ended' && !draft && (
            <Go
              to={`/matches/${match.id}/console`}
              className="button"
              aria-label={`Open the console of ${match.title}`}
            >
              Console
            </Go>
          )}
        </>
      }
    />
  )
}
