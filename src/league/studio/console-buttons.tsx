import type { MatchState } from '../wire.ts'
import type { Action } from './console-actions.ts'
import type { Open } from './console-dialog.tsx'

interface ButtonsProps {
  main: readonly Action[]
  side: readonly Action[]
  state: MatchState
  onPress: (action: Action) => void
  onMore: (open: Open) => void
}

const ARROWS: Record<string, string> = { arrowleft: '←', arrowright: '→' }

const keyLabel = (key: string): string => ARROWS[key] ?? key.toUpperCase()

/** Each key is drawn on the button that does the same: the legend and the touch screen in one. */
export function Buttons({ main, side, state, onPress, onMore }: ButtonsProps) {
  const { allowed, phase } = state
  return (
    <>
      <div className="console-buttons" role="group" aria-label="Rulings">
        {main.map((action) => (
          <ActionButton key={action.key} action={action} onPress={onPress} />
        ))}
      </div>
      <div className="console-buttons is-side" role="group" aria-label="The match">
        {side.map((action) => (
          <ActionButton key={action.key} action={action} onPress={onPress} />
        ))}
        {allowed.reopen && (
          <button type="button" onClick={() => onMore({ kind: 'reopen' })}>
            <strong>Reopen</strong>
            <span>play on</span>
          </button>
        )}
        {allowed.breakOff && (
          <button type="button" onClick={() => onMore({ kind: 'break-off' })}>
            <strong>{phase === 'scheduled' ? 'Call it off' : 'Break off'}</strong>
            <span>forfeit or void</span>
          </button>
        )}
      </div>
    </>
  )
}

function ActionButton({ action, onPress }: { action: Action; onPress: (action: Action) => void }) {
  return (
    <button
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
  )
}
