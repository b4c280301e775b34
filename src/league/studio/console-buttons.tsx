import type { MatchState } from '../wire.ts'
import type { Action } from './console-actions.ts'
import type { Open } from './console-dialog.tsx'

interface ButtonsProps {
  actions: readonly Action[]
  state: MatchState
  onPress: (action: Action) => void
  /** null: this person may only look. */
  onMore: ((open: Open) => void) | null
}

const ARROWS: Record<string, string> = { arrowleft: '←', arrowright: '→' }

export const keyLabel = (key: string): string => ARROWS[key] ?? key.toUpperCase()

export function Buttons({ actions, state, onPress, onMore }: ButtonsProps) {
  if (!onMore)
    return <p className="console-hint">Your role may watch this match, and not rule it. Ask an owner.</p>
  return (
    <div className="console-buttons" role="group" aria-label="Rulings">
      {actions.map((action) => (
        <button
          key={action.key}
          type="button"
          className={action.hot ? 'is-hot' : ''}
          disabled={action.words === null}
          aria-keyshortcuts={keyLabel(action.key)}
          onClick={() => onPress(action)}
        >
          <kbd aria-hidden="true">{keyLabel(action.key)}</kbd>
          <strong>{action.says}</strong>
          <span>{action.detail}</span>
        </button>
      ))}
      {state.allowed.reopen && (
        <button type="button" onClick={() => onMore({ kind: 'reopen' })}>
          <kbd aria-hidden="true">·</kbd>
          <strong>Reopen</strong>
          <span>play on</span>
        </button>
      )}
      {state.allowed.breakOff && state.phase !== 'scheduled' && (
        <button type="button" onClick={() => onMore({ kind: 'break-off' })}>
          <kbd aria-hidden="true">·</kbd>
          <strong>Break off</strong>
          <span>forfeit or void</span>
        </button>
      )}
    </div>
  )
}
