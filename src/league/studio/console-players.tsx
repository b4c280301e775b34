import type { DeskMatchJson, Turn } from '../wire.ts'
import { playerKey } from './console-actions.ts'

interface PlayersProps {
  match: DeskMatchJson
  turn: Turn
  chosen: readonly string[]
  onChoose: (player: string) => void
  bonus: { min: number; max: number; points: number; move: (by: number) => void } | null
}

/** Who answers, chosen before the ruling; nobody: the side as a whole. */
export function Players({ match, turn, chosen, onChoose, bonus }: PlayersProps) {
  return (
    <div className="console-players">
      {([0, 1] as const).map((place) => (
        <div
          key={place}
          role="group"
          aria-label={`Who answers of ${match.sides[place].name}`}
          className={turn.side === null || turn.side === match.sides[place].id ? 'is-asked' : ''}
        >
          {match.sides[place].active.map(({ id, name }, i) => (
            <button
              key={id}
              type="button"
              aria-pressed={chosen.includes(id)}
              aria-keyshortcuts={playerKey(place, i) || undefined}
              onClick={() => onChoose(id)}
            >
              <kbd aria-hidden="true">{playerKey(place, i)}</kbd>
              {name}
            </button>
          ))}
          {match.sides[place].active.length === 0 && <span className="console-hint">No line-up</span>}
        </div>
      ))}
      {bonus && (
        <div className="console-bonus" role="group" aria-label="Points of the bonus question">
          <button
            type="button"
            aria-label="One point less"
            disabled={bonus.points <= bonus.min}
            onClick={() => bonus.move(-1)}
          >
            <kbd aria-hidden="true">↓</kbd>−
          </button>
          <output aria-live="polite">{bonus.points} points</output>
          <button
            type="button"
            aria-label="One point more"
            disabled={bonus.points >= bonus.max}
            onClick={() => bonus.move(1)}
          >
            <kbd aria-hidden="true">↑</kbd>+
          </button>
        </div>
      )}
    </div>
  )
}
