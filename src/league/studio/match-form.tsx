import { Check, Field } from '../../kit/field.tsx'
import { ZonedTime } from '../../kit/zoned-time.tsx'
import { ZoneField } from '../../kit/zone-field.tsx'
import type { DeskSeasonJson, Lineup } from '../wire.ts'
import { EventField } from './event-field.tsx'
import { lineupOf, type MatchDraft } from './match-draft.ts'

interface MatchFormProps {
  season: DeskSeasonJson
  draft: MatchDraft
  set: (changes: Partial<MatchDraft>) => void
  /** Its sides stay: it has begun. */
  begun?: boolean
}

export function MatchForm({ season, draft, set, begun = false }: MatchFormProps) {
  return (
    <>
      <div className="form-row">
        <SideField place={0} season={season} draft={draft} set={set} begun={begun} />
        <SideField place={1} season={season} draft={draft} set={set} begun={begun} />
      </div>
      <div className="form-row">
        <ZonedTime
          label="Starts"
          zone={draft.zone}
          value={draft.wall}
          required
          onChange={(wall) => set({ wall })}
        />
        <ZoneField value={draft.zone} onChange={(zone) => set({ zone })} />
      </div>
      <div className="form-row">
        <Field label="Number" hint="Empty: the next of the season.">
          <input
            type="number"
            min={1}
            max={100_000}
            value={draft.number}
            onChange={(event) => set({ number: event.target.value })}
          />
        </Field>
        <Field label="Address" hint="/matches/…; made of the sides when it is left empty.">
          <input
            maxLength={100}
            pattern="[a-z0-9]+(-[a-z0-9]+)*"
            title="Small letters, digits and single hyphens"
            value={draft.slug}
            onChange={(event) => set({ slug: event.target.value })}
          />
        </Field>
      </div>
      <EventField value={draft.eventId} disabled={begun} onChange={(eventId) => set({ eventId })} />
      <div className="form-row">
        <LineupField place={0} season={season} draft={draft} set={set} />
        <LineupField place={1} season={season} draft={draft} set={set} />
      </div>
      <Check
        label="Draft: only the studio sees it"
        checked={draft.draft}
        onChange={(value) => set({ draft: value })}
      />
    </>
  )
}

interface PlaceProps extends MatchFormProps {
  place: 0 | 1
}

function SideField({ place, season, draft, set, begun }: PlaceProps) {
  const choose = (id: string) => {
    const sides: [string, string] = [...draft.sides]
    const lineups: [Lineup, Lineup] = [...draft.lineups]
    sides[place] = id
    lineups[place] = lineupOf(
      season.sides.find((side) => side.id === id),
      season.ruleset.players,
    )
    set({ sides, lineups })
  }
  const isSame = draft.sides[0] === draft.sides[1] && draft.sides[0] !== ''
  return (
    <Field
      label={place === 0 ? 'First side' : 'Second side'}
      problem={isSame && place === 1 ? 'A side cannot play against itself.' : null}
    >
      <select
        required
        disabled={begun}
        value={draft.sides[place]}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">Choose</option>
        {season.sides.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  )
}

type Part = 'active' | 'bench' | 'out'
const PARTS: readonly (readonly [Part, string])[] = [
  ['active', 'Plays'],
  ['bench', 'Bench'],
  ['out', 'Not here'],
]

function LineupField({ place, season, draft, set }: PlaceProps) {
  const side = season.sides.find(({ id }) => id === draft.sides[place])
  if (!side) return null
  const lineup = draft.lineups[place]
  const put = (id: string, part: Part) => {
    const without = (ids: readonly string[]) => ids.filter((each) => each !== id)
    const lineups: [Lineup, Lineup] = [...draft.lineups]
    lineups[place] = {
      active: part === 'active' ? [...without(lineup.active), id] : without(lineup.active),
      bench: part === 'bench' ? [...without(lineup.bench), id] : without(lineup.bench),
    }
    set({ lineups })
  }
  const { active } = season.ruleset.players
  return (
    <fieldset className="field">
      <legend className="legend">
        Line-up of {side.name}, {lineup.active.length} of {active}
      </legend>
      {side.players.length === 0 && <p className="field-hint">No players yet. Add them under Sides.</p>}
      {side.players.map(({ id, name }) => (
        <label key={id} className="lineup-row">
          <span>{name}</span>
          <select value={partOf(lineup, id)} onChange={(event) => put(id, event.target.value as Part)}>
            {PARTS.map(([part, words]) => (
              <option key={part} value={part}>
                {words}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  )
}

const partOf = ({ active, bench }: Lineup, id: string): Part =>
  active.includes(id) ? 'active' : bench.includes(id) ? 'bench' : 'out'
