import type { ReactNode } from 'react'
import { Check, Choice, Field } from '../../kit/field.tsx'
import type { AnswerPoints, Ruleset, TieBreak } from '../ruleset.ts'
import { TIE_BREAKS } from './ruleset-words.ts'

interface RulesetFormProps {
  rules: Ruleset
  set: (changes: Partial<Ruleset>) => void
}

const ONE_EACH: AnswerPoints = { correct: 1, steal: 1, wrong: 0 }
const MOST_POINTS = 20

export function RulesetForm({ rules, set }: RulesetFormProps) {
  return (
    <>
      <Field label="Name of the rules">
        <input
          required
          maxLength={60}
          value={rules.name}
          onChange={(event) => set({ name: event.target.value })}
        />
      </Field>
      <Basics rules={rules} set={set} />
      <Specials rules={rules} set={set} />
      <Extras rules={rules} set={set} />
      <Table rules={rules} set={set} />
    </>
  )
}

interface WholeProps {
  label: string
  value: number
  min: number
  max: number
  onChange: (value: number) => void
}

function Whole({ label, value, min, max, onChange }: WholeProps) {
  return (
    <Field label={label}>
      <input
        type="number"
        required
        min={min}
        max={max}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </Field>
  )
}

function Points({ value, onChange }: { value: AnswerPoints; onChange: (value: AnswerPoints) => void }) {
  const field = (label: string, name: keyof AnswerPoints) => (
    <Whole
      label={label}
      min={-MOST_POINTS}
      max={MOST_POINTS}
      value={value[name]}
      onChange={(points) => onChange({ ...value, [name]: points })}
    />
  )
  return (
    <div className="form-row is-tight">
      {field('Correct', 'correct')}
      {field('Steal', 'steal')}
      {field('Wrong', 'wrong')}
    </div>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="form rules-group">
      <legend className="legend">{title}</legend>
      {children}
    </fieldset>
  )
}

function Basics({ rules, set }: RulesetFormProps) {
  const { players } = rules
  return (
    <Group title="Rounds">
      <div className="form-row is-tight">
        <Whole label="Rounds" min={1} max={40} value={rules.rounds} onChange={(rounds) => set({ rounds })} />
        <Whole
          label="Players of a side"
          min={1}
          max={12}
          value={players.active}
          onChange={(active) => set({ players: { ...players, active } })}
        />
        <Whole
          label="On the bench"
          min={0}
          max={12}
          value={players.bench}
          onChange={(bench) => set({ players: { ...players, bench } })}
        />
      </div>
      <Choice
        label="Who begins a round"
        value={rules.first}
        options={[
          ['alternate', 'The sides take turns'],
          ['same', 'Always the first side'],
        ]}
        onChange={(first) => set({ first })}
      />
      <Points value={rules.points} onChange={(points) => set({ points })} />
      <Check
        label="What is missed can be stolen"
        checked={rules.steals}
        onChange={(steals) => set({ steals })}
      />
    </Group>
  )
}

function Specials({ rules, set }: RulesetFormProps) {
  const { double, niche, bonus, rounds } = rules
  return (
    <Group title="Special rounds">
      <Check
        label="One round counts double, or more"
        checked={double !== null}
        onChange={(on) => set({ double: on ? { factor: 2, stealable: true } : null })}
      />
      {double && (
        <div className="form-row is-tight">
          <Whole
            label="Counts how many times"
            min={2}
            max={5}
            value={double.factor}
            onChange={(factor) => set({ double: { ...double, factor } })}
          />
          <Check
            label="It can be stolen"
            checked={double.stealable}
            onChange={(stealable) => set({ double: { ...double, stealable } })}
          />
        </div>
      )}
      <Check
        label="A niche round, of the category of the side that is asked"
        checked={niche !== null}
        onChange={(on) =>
          set({ niche: on ? { round: Math.min(6, rounds), points: ONE_EACH, steals: false } : null })
        }
      />
      {niche && (
        <>
          <Whole
            label="Which round is the niche"
            min={1}
            max={rounds}
            value={niche.round}
            onChange={(round) => set({ niche: { ...niche, round } })}
          />
          <Points value={niche.points} onChange={(points) => set({ niche: { ...niche, points } })} />
          <Check
            label="The niche can be stolen"
            checked={niche.steals}
            onChange={(steals) => set({ niche: { ...niche, steals } })}
          />
        </>
      )}
      <Check
        label="A bonus question to both sides"
        checked={bonus !== null}
        onChange={(on) => set({ bonus: on ? { after: rounds, min: 0, max: 3 } : null })}
      />
      {bonus && (
        <div className="form-row is-tight">
          <Whole
            label="After round"
            min={1}
            max={rounds}
            value={bonus.after}
            onChange={(after) => set({ bonus: { ...bonus, after } })}
          />
          <Whole
            label="Least points"
            min={0}
            max={bonus.max}
            value={bonus.min}
            onChange={(min) => set({ bonus: { ...bonus, min } })}
          />
          <Whole
            label="Most points"
            min={1}
            max={50}
            value={bonus.max}
            onChange={(max) => set({ bonus: { ...bonus, max } })}
          />
        </div>
      )}
    </Group>
  )
}

function Extras({ rules, set }: RulesetFormProps) {
  const { overtime, suddenDeath } = rules
  return (
    <Group title="Level after all rounds">
      <Check
        label="Overtime"
        checked={overtime !== null}
        onChange={(on) => set({ overtime: on ? { rounds: 1, points: ONE_EACH, steals: true } : null })}
      />
      {overtime && (
        <>
          <Whole
            label="Rounds of overtime"
            min={1}
            max={12}
            value={overtime.rounds}
            onChange={(rounds) => set({ overtime: { ...overtime, rounds } })}
          />
          <Points value={overtime.points} onChange={(points) => set({ overtime: { ...overtime, points } })} />
          <Check
            label="Overtime can be stolen"
            checked={overtime.steals}
            onChange={(steals) => set({ overtime: { ...overtime, steals } })}
          />
        </>
      )}
      <Check
        label="Sudden death"
        checked={suddenDeath !== null}
        onChange={(on) =>
          set(on ? { suddenDeath: { points: ONE_EACH, steals: false } } : { suddenDeath: null, draws: true })
        }
      />
      {suddenDeath && (
        <>
          <Points
            value={suddenDeath.points}
            onChange={(points) => set({ suddenDeath: { ...suddenDeath, points } })}
          />
          <Check
            label="Sudden death can be stolen"
            checked={suddenDeath.steals}
            onChange={(steals) => set({ suddenDeath: { ...suddenDeath, steals } })}
          />
        </>
      )}
      <Check
        label="A match may end level"
        checked={rules.draws}
        disabled={!suddenDeath}
        onChange={(draws) => set({ draws })}
      />
    </Group>
  )
}

const WORTH = [
  ['win', 'Win'],
  ['overtimeWin', 'Win in overtime'],
  ['overtimeLoss', 'Loss in overtime'],
  ['loss', 'Loss'],
  ['draw', 'Draw'],
] as const

function Table({ rules, set }: RulesetFormProps) {
  const { table, tieBreaks } = rules
  const left = (Object.keys(TIE_BREAKS) as TieBreak[]).filter((each) => !tieBreaks.includes(each))
  return (
    <Group title="The table">
      <div className="form-row is-tight">
        {WORTH.map(([name, label]) => (
          <Whole
            key={name}
            label={label}
            min={-MOST_POINTS}
            max={MOST_POINTS}
            value={table[name]}
            onChange={(points) => set({ table: { ...table, [name]: points } })}
          />
        ))}
      </div>
      <div className="field">
        <span className="legend">Level in the table, decided by</span>
        <ol className="tie-breaks">
          {tieBreaks.map((each, i) => (
            <li key={each}>
              {TIE_BREAKS[each]}
              <button
                type="button"
                className="button is-plain"
                aria-label={`Move “${TIE_BREAKS[each]}” up`}
                disabled={i === 0}
                onClick={() => set({ tieBreaks: swapUp(tieBreaks, i) })}
              >
                ↑
              </button>
              <button
                type="button"
                className="button is-plain"
                aria-label={`Leave out “${TIE_BREAKS[each]}”`}
                onClick={() => set({ tieBreaks: tieBreaks.filter((other) => other !== each) })}
              >
                ×
              </button>
            </li>
          ))}
        </ol>
        {left.length > 0 && (
          <select
            aria-label="Add a tie-break"
            value=""
            onChange={(event) => set({ tieBreaks: [...tieBreaks, event.target.value as TieBreak] })}
          >
            <option value="">Add one…</option>
            {left.map((each) => (
              <option key={each} value={each}>
                {TIE_BREAKS[each]}
              </option>
            ))}
          </select>
        )}
      </div>
    </Group>
  )
}

function swapUp<T>(items: readonly T[], i: number): T[] {
  const moved = [...items]
  const [one] = moved.splice(i, 1)
  if (one !== undefined) moved.splice(i - 1, 0, one)
  return moved
}
