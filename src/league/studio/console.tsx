import { useMemo, useState } from 'react'
import { useMay } from '../../kit/studio-context.ts'
import type { DeskMatchJson, FactJson, MatchState } from '../wire.ts'
import { type Action, mainActions, playerOfKey, sideActions } from './console-actions.ts'
import { Board } from './console-board.tsx'
import { ConsoleDialog, type Open } from './console-dialog.tsx'
import { Buttons } from './console-buttons.tsx'
import { ConsoleHead } from './console-head.tsx'
import { ConsoleLog } from './console-log.tsx'
import { Players } from './console-players.tsx'
import { MOST_CREDITED } from './console-words.ts'
import { stateHere } from './desk-rules.ts'
import type { NewWords } from './ruling-desk.ts'
import { logWith } from './ruling-queue.ts'
import { useAwake } from './use-awake.ts'
import { useConsoleKeys } from './use-console-keys.ts'
import { useRulingDesk } from './use-ruling-desk.ts'

const NO_PLAYERS: readonly string[] = []

export function MatchConsole({ match }: { match: DeskMatchJson }) {
  const { desk, view } = useRulingDesk(match)
  const mayRule = useMay('match.rule')
  const [players, setPlayers] = useState(NO_PLAYERS)
  const [bonus, setBonus] = useState<number | null>(null)
  const [open, setOpen] = useState<Open | null>(null)
  const log = useMemo(() => logWith(view.queue, view.match.facts), [view])
  const state = useMemo(() => stateHere(view.match, view.queue), [view])
  const range = state.turn?.bonus ?? null
  const chosen = { players, bonus: bonus ?? range?.max ?? 0 }
  const main = mainActions(view.match, state, chosen)
  const side = sideActions(view.match, state, kindOfUndo(state, log))
  const actions = mayRule ? [...main, ...side] : []

  const tell = (words: NewWords) => {
    desk.tell(words)
    setPlayers(NO_PLAYERS)
    setBonus(null)
  }
  const press = ({ words, asks, says }: Action) => {
    if (!words) return
    if (asks) setOpen({ kind: 'sure', says, asks, words })
    else tell(words)
  }
  const choose = (player: string) =>
    setPlayers((now) =>
      now.includes(player) ? now.filter((each) => each !== player) : [...now, player].slice(-MOST_CREDITED),
    )
  const moveBonus = (by: number) =>
    range && setBonus(Math.min(range.max, Math.max(range.min, chosen.bonus + by)))

  useConsoleKeys((key) => {
    const player = mayRule && state.turn ? playerOfKey(view.match, key) : null
    if (player) choose(player)
    else if (range && (key === 'arrowup' || key === 'arrowdown')) moveBonus(key === 'arrowup' ? 1 : -1)
    else {
      const action = actions.find((each) => each.key === (key === 'backspace' ? 'u' : key))
      if (!action) return false
      press(action)
    }
    return true
  })
  useAwake(state.phase !== 'ended')

  return (
    <>
      <div className="console-main">
        <ConsoleHead view={view} state={state} />
        <Board match={view.match} state={state} />
        <div className="console-hands">
          {mayRule && state.turn && (
            <Players
              match={view.match}
              turn={state.turn}
              chosen={players}
              onChoose={choose}
              bonus={range && { ...range, points: chosen.bonus, move: moveBonus }}
            />
          )}
          {mayRule ? (
            <Buttons main={main} side={side} state={state} onPress={press} onMore={setOpen} />
          ) : (
            <p className="console-hint">Your role may watch this match, and not rule it. Ask an owner.</p>
          )}
        </div>
      </div>
      <ConsoleLog
        match={view.match}
        queue={view.queue}
        log={log}
        state={state}
        onAmend={mayRule ? (factId) => setOpen({ kind: 'amend', factId }) : null}
      />
      <ConsoleDialog
        open={open}
        desk={desk}
        view={view}
        state={state}
        onTell={(words) => {
          setOpen(null)
          tell(words)
        }}
        onClose={() => setOpen(null)}
      />
    </>
  )
}

const kindOfUndo = ({ allowed: { undo } }: MatchState, log: readonly FactJson[]) =>
  log.find(({ fact }) => fact.id === undo)?.fact.kind ?? null
