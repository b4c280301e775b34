import { useNow } from '../../kit/clock.ts'
import { Go } from '../../kit/go.tsx'
import { useZone } from '../../kit/studio-context.ts'
import { timeNear } from '../../kit/time.ts'
import { whereWords } from '../match-words.ts'
import type { DeskMatchJson, MatchPhase, MatchState } from '../wire.ts'
import { readersWords } from './readers-words.ts'
import type { DeskView } from './ruling-desk.ts'
import { savedWords } from './saved-words.ts'

const PHASES: Record<MatchPhase, string> = {
  scheduled: 'Not started',
  playing: 'On air',
  level: 'On air',
  decided: 'On air',
  ended: 'Over',
}

export function ConsoleHead({ view, state }: { view: DeskView; state: MatchState }) {
  const { match } = view
  const isOn = state.phase !== 'scheduled' && state.phase !== 'ended'
  return (
    <header className="console-head">
      <Go to={`/matches/${match.id}`} className="console-leave" aria-label="Leave the console">
        ←
      </Go>
      <span className={isOn ? 'console-air is-on' : 'console-air'}>{PHASES[state.phase]}</span>
      <p className="console-where">
        {match.subtitle} <span>{isOn ? whereWords(state) : <Scheduled match={match} />}</span>
      </p>
      <div className="console-news">
        <Saved view={view} />
        <Readers view={view} />
      </div>
    </header>
  )
}

function Scheduled({ match: { scheduledAt, state } }: { match: DeskMatchJson }) {
  const now = useNow()
  const zone = useZone()
  return state.phase === 'scheduled' ? timeNear(scheduledAt, now, zone) : null
}

function Readers({ view }: { view: DeskView }) {
  const now = useNow()
  return <p className="console-readers">{readersWords(view.match, now)}</p>
}

function Saved({ view }: { view: DeskView }) {
  const now = useNow()
  const { words, tone } = savedWords(view, now)
  return (
    <p className={`console-saved is-${tone}`} role="status">
      {words}
    </p>
  )
}
