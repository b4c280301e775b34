import { useStudio } from '../../kit/studio-context.ts'
import { clockSeconds } from '../../kit/time.ts'
import type { Deed } from '../match-log.ts'
import { rulingWords } from '../ruling-words.ts'
import type { DeskMatchJson, FactJson, MatchState } from '../wire.ts'
import { factWords, labelOf, questionOf } from './console-words.ts'
import { ConsoleLinks } from './console-links.tsx'
import { deedsHere } from './desk-rules.ts'
import type { RulingQueue } from './ruling-queue.ts'

interface LogProps {
  match: DeskMatchJson
  queue: RulingQueue
  log: readonly FactJson[]
  state: MatchState
  onAmend: ((factId: string) => void) | null
}

/** What was ruled, the last first: what was taken back is struck out, what was changed says to what and why. */
export function ConsoleLog({ match, queue, log, state, onAmend }: LogProps) {
  const waiting = new Set(queue.waiting.map(({ fact }) => fact.id))
  return (
    <aside className="console-log" aria-labelledby="rulings">
      <h2 id="rulings">Rulings</h2>
      <ol tabIndex={0} aria-label="Rulings, the last first">
        {deedsHere(log)
          .toReversed()
          .filter(({ deed }) => deed.fact.kind !== 'amend')
          .map(({ deed, stands }) => (
            <Line
              key={deed.fact.id}
              match={match}
              state={state}
              deed={deed}
              stands={stands}
              log={log}
              waits={waiting.has(deed.fact.id)}
              onAmend={onAmend}
            />
          ))}
      </ol>
      {log.length === 0 && (
        <p className="console-hint">Nothing yet. Every ruling stands here, and can be changed.</p>
      )}
      <ConsoleLinks match={match} />
    </aside>
  )
}

interface LineProps {
  match: DeskMatchJson
  state: MatchState
  log: readonly FactJson[]
  deed: Deed
  stands: boolean
  waits: boolean
  onAmend: ((factId: string) => void) | null
}

function Line({ match, state, log, deed, stands, waits, onAmend }: LineProps) {
  const { me, brand } = useStudio()
  const { fact } = deed
  const question = stands && fact.kind === 'rule' ? questionOf(fact.id, state.rounds) : undefined
  const words = factWords(fact, match.sides, state.rounds)
  const by = deed.by === null ? '' : deed.by === me.id ? 'you' : 'a colleague'
  return (
    <li className={stands ? '' : 'is-undone'}>
      <span className="console-round">{'round' in fact ? labelOf(state.rounds, fact.round) : '·'}</span>
      <p>
        {stands && !question?.amended ? words : <s>{words}</s>}
        {question?.amended && (
          <>
            {' '}
            changed to <b>{rulingWords(question, match.sides)}</b>
            {reasonOf(log, fact.id)}
          </>
        )}
        {!stands && <span> · taken back</span>}
        {waits && <em> · waiting</em>}
        <small>
          <time dateTime={deed.at.toISOString()}>{clockSeconds(deed.at.toISOString(), brand.zone)}</time>
          {by && ` by ${by}`}
        </small>
      </p>
      {question && onAmend && (
        <button type="button" aria-label={`Change: ${words}`} onClick={() => onAmend(fact.id)}>
          Change
        </button>
      )}
    </li>
  )
}

function reasonOf(log: readonly FactJson[], target: string): string {
  const amends = deedsHere(log).filter(
    ({ deed, stands }) => stands && deed.fact.kind === 'amend' && deed.fact.target === target,
  )
  const last = amends.at(-1)?.deed.fact
  return last?.kind === 'amend' && last.reason !== '' ? ` — ${last.reason}` : ''
}
