import { useEffect, useRef } from 'react'
import { marksOf } from '../match-words.ts'
import { roundTitle } from '../ruling-words.ts'
import type { DeskMatchJson, MatchState, QuestionState, RoundState, Turn } from '../wire.ts'
import { turnHeading, turnMarks } from './console-words.ts'

interface BoardProps {
  match: DeskMatchJson
  state: MatchState
}

export function Board({ match, state }: BoardProps) {
  return (
    <>
      <Score match={match} state={state} />
      <Rounds match={match} state={state} />
    </>
  )
}

function Score({ match: { sides, title }, state }: BoardProps) {
  return (
    <div className="console-score">
      <h1 tabIndex={-1} className="unseen">
        Console: {title}
      </h1>
      {([0, 1] as const).map((place) => (
        <div
          key={place}
          className={`console-side${state.turn?.side === sides[place].id ? ' is-asked' : ''}${place === 1 ? ' is-right' : ''}`}
        >
          <h2>{sides[place].name}</h2>
          <output aria-label={`Points of ${sides[place].name}`}>
            <span key={state.sides[place].points} className="console-points">
              {state.sides[place].points}
            </span>
          </output>
        </div>
      ))}
      <div className="console-turn" role="status">
        <p className="console-whose">{turnHeading(state, sides)}</p>
        <p className="console-marks">{turnMarks(state)}</p>
      </div>
    </div>
  )
}

/** Every round as it was ruled, and where the match is. */
function Rounds({ match: { sides }, state }: BoardProps) {
  const frame = useRef<HTMLDivElement>(null)
  const round = state.turn?.round
  useEffect(() => {
    const [box, now] = [frame.current, frame.current?.querySelector<HTMLElement>('.is-now')]
    // On a phone not all rounds fit: the one that is played stands in the middle.
    if (box && now) box.scrollLeft = now.offsetLeft - (box.clientWidth - now.offsetWidth) / 2
  }, [round])
  return (
    <div ref={frame} className="console-rounds" tabIndex={0} role="group" aria-label="Rounds">
      <table>
        <thead>
          <tr>
            <td />
            {state.rounds.map((round) => (
              <th
                key={round.round}
                scope="col"
                title={roundTitle(round)}
                className={isNow(round, state.turn) ? 'is-now' : ''}
              >
                {round.label}
                {marksOf(round).some((mark) => mark !== 'Bonus') && (
                  <span className="console-mark">{round.double ? '×2' : 'N'}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {([0, 1] as const).map((place) => (
            <tr key={place}>
              <th scope="row">{sides[place].short}</th>
              {state.rounds.map((round) => (
                <Cell key={round.round} round={round} place={place} side={sides[place].id} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const isNow = ({ round }: RoundState, turn: Turn | null): boolean => turn?.round === round

function Cell({ round, place, side }: { round: RoundState; place: 0 | 1; side: string }) {
  const own = round.questions.find((question) => question.side === null || question.side === side)
  const points = round.points[place]
  if (!own || (own.ruling === null && points === 0)) return <td />
  return (
    <td className={points > 0 ? 'is-scored' : ''} title={SAYS[shownRuling(own, side)]}>
      {points}
      <span className="unseen"> {SAYS[shownRuling(own, side)]}</span>
    </td>
  )
}

type Shown = 'open' | 'correct' | 'steal' | 'wrong' | 'void' | 'won' | 'lost'
const SAYS: Record<Shown, string> = {
  open: 'points of the other question',
  correct: 'own question correct',
  steal: 'own question stolen',
  wrong: 'own question wrong',
  void: 'question thrown out',
  won: 'bonus won',
  lost: 'bonus lost',
}

function shownRuling({ ruling, wonBy }: QuestionState, side: string): Shown {
  if (ruling === null) return 'open'
  if (ruling === 'bonus') return wonBy === side ? 'won' : 'lost'
  return ruling
}
