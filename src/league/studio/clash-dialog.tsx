import { Dialog } from '../../kit/dialog.tsx'
import type { DeskMatchJson, MatchState, NewFact } from '../wire.ts'
import { factWords } from './console-words.ts'
import type { NewWords, RulingDesk } from './ruling-desk.ts'
import type { Question } from './ruling-queue.ts'

interface ClashProps {
  question: Question
  desk: RulingDesk
  match: DeskMatchJson
  state: MatchState
}

/** Two hosts have ruled differently, or the server would not take a ruling. Nothing is dropped before the host says so. */
export function ClashDialog({ question, desk, match, state }: ClashProps) {
  const { mine, why } = question
  const say = (fact: NewFact) => factWords(fact, match.sides, state.rounds)
  const instead = question.kind === 'clash' ? insteadOf(question) : null
  return (
    <Dialog
      title={question.kind === 'clash' ? 'Another host ruled meanwhile' : 'This cannot be ruled'}
      onClose={() => desk.again()}
    >
      <dl className="console-clash">
        <dt>Yours</dt>
        <dd>{say(mine)}</dd>
        {question.kind === 'clash' && (
          <>
            <dt>Theirs</dt>
            <dd>
              {question.theirs.map(({ fact }) => (
                <span key={fact.id}>{say(fact)}</span>
              ))}
            </dd>
          </>
        )}
      </dl>
      <p className="mute">{why}</p>
      <div className="dialog-actions">
        {question.kind === 'refused' && (
          <button type="button" className="button" onClick={() => desk.again()}>
            Try again
          </button>
        )}
        {instead && (
          <button type="button" className="button" onClick={() => desk.drop(mine.id, instead)}>
            Mine is right: change theirs
          </button>
        )}
        <button type="button" className="button is-hot" onClick={() => desk.drop(mine.id)}>
          {question.kind === 'clash' ? 'Keep theirs' : 'Leave it out'}
        </button>
      </div>
    </Dialog>
  )
}

/** Our ruling of the question that theirs ruled, as a change of theirs: both stay in the log. */
export function insteadOf({ mine, theirs }: Question & { kind: 'clash' }): NewWords | null {
  if (mine.kind !== 'rule') return null
  const same = theirs.find(
    ({ fact }) =>
      fact.kind === 'rule' &&
      fact.round === mine.round &&
      (fact.side === mine.side || mine.ruling === 'bonus'),
  )
  if (!same) return null
  const { ruling, side, credits, points } = mine
  const reason = 'Two hosts ruled it differently'
  return {
    kind: 'amend',
    target: same.fact.id,
    ruling,
    side: ruling === 'bonus' ? side : null,
    credits,
    points,
    reason,
  }
}
