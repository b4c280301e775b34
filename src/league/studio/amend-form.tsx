import { useState } from 'react'
import { Check, Choice, Field } from '../../kit/field.tsx'
import { rulingsOf } from '../match-rounds.ts'
import { nameOf } from '../match-words.ts'
import { plannedRound, scorerOf } from '../scoring.ts'
import type { DeskMatchJson, MatchState, QuestionState, Ruling } from '../wire.ts'
import { creditsOf } from './console-actions.ts'
import { MOST_CREDITED, questionOf } from './console-words.ts'
import type { NewWords } from './ruling-desk.ts'

interface AmendProps {
  factId: string
  match: DeskMatchJson
  state: MatchState
  onTell: (words: NewWords) => void
}

const NAMES: Record<Ruling, string> = {
  correct: 'Correct',
  steal: 'Stolen by the other side',
  wrong: 'Wrong',
  bonus: 'Won by',
  void: 'Thrown out',
}

export function AmendForm(props: AmendProps) {
  const question = questionOf(props.factId, props.state.rounds)
  // It was taken back meanwhile.
  if (!question) return <p>This ruling does not count any more. There is nothing to change.</p>
  return <Form {...props} question={question} />
}

function Form({ factId, match, state, question, onTell }: AmendProps & { question: QuestionState }) {
  const [ruling, setRuling] = useState<Ruling>(question.ruling ?? 'wrong')
  const [winner, setWinner] = useState(question.wonBy ?? match.sides[0].id)
  const [points, setPoints] = useState(Math.max(...question.points))
  const [players, setPlayers] = useState(question.credits.map(({ player }) => player))
  const [reason, setReason] = useState('')
  const ruled = { ruling, side: question.side, wonBy: ruling === 'bonus' ? winner : null }
  const scorer = scorerOf([match.sides[0].id, match.sides[1].id], ruled)
  const isBonus = ruling === 'bonus'
  const { min = 0, max = 0 } = match.ruleset.bonus ?? {}
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        onTell({
          kind: 'amend',
          target: factId,
          ruling,
          side: isBonus ? winner : null,
          credits: creditsOf(match, ruled, players),
          points: isBonus ? points : null,
          reason: reason.trim(),
        })
      }}
    >
      <p className="mute">
        {question.side === null
          ? 'The bonus question'
          : `A question of ${nameOf(match.sides, question.side)}`}
        . Every total follows at once; the first ruling stays in the log.
      </p>
      <Choice
        label="Ruling"
        value={ruling}
        options={allowed(match, state, factId).map((each) => [each, NAMES[each]] as const)}
        onChange={setRuling}
      />
      {isBonus && (
        <div className="form-row">
          <Choice
            label="Won by"
            value={winner}
            options={match.sides.map(({ id, name }) => [id, name] as const)}
            onChange={setWinner}
          />
          <Field label="Points">
            <input
              type="number"
              required
              min={min}
              max={max}
              value={points}
              onChange={(event) => setPoints(Number(event.target.value))}
            />
          </Field>
        </div>
      )}
      {scorer !== null && (
        <Credits
          players={[...match.sides[scorer].active, ...match.sides[scorer].bench]}
          chosen={players}
          set={setPlayers}
        />
      )}
      <Field label="Why it is changed">
        <input
          required
          maxLength={300}
          placeholder="The answer list was short"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <div className="dialog-actions">
        <button type="submit" className="button is-hot">
          Change it
        </button>
      </div>
    </form>
  )
}

function allowed({ ruleset }: DeskMatchJson, { rounds }: MatchState, factId: string): Ruling[] {
  const round = rounds.find(({ questions }) => questions.some((question) => question.factId === factId))
  const planned = round && plannedRound(ruleset, round)
  return round && planned ? rulingsOf(ruleset, planned, round.double) : []
}

interface CreditsProps {
  players: readonly { id: string; name: string }[]
  chosen: readonly string[]
  set: (players: string[]) => void
}

function Credits({ players, chosen, set }: CreditsProps) {
  if (players.length === 0) return null
  return (
    <fieldset className="field">
      <legend className="legend">Who answered, in equal parts</legend>
      {players.map(({ id, name }) => (
        <Check
          key={id}
          label={name}
          checked={chosen.includes(id)}
          disabled={!chosen.includes(id) && chosen.length >= MOST_CREDITED}
          onChange={(on) => set(on ? [...chosen, id] : chosen.filter((each) => each !== id))}
        />
      ))}
    </fieldset>
  )
}
