import { Go, useTitle } from '../../kit/go.tsx'
import { useRead } from '../../kit/read.ts'
import type { ScreenProps } from '../../kit/screen.ts'
import { Loaded } from '../../kit/states.tsx'
import type { DeskMatchJson } from '../wire.ts'
import { MatchConsole } from './console.tsx'
import { DOORS } from './doors.ts'

/** The host's console: the whole window, dark, and nothing in it but the match. */
export function ConsoleScreen({ params }: ScreenProps) {
  const id = params['id'] ?? ''
  const match = useRead<DeskMatchJson>(DOORS.deskMatch(id), [`desk:match:${id}`, `match:${id}`])
  useTitle(match.data ? `${match.data.title} · Console` : 'Console')
  return (
    <div className="console">
      {match.data ? (
        <MatchConsole key={id} match={match.data} />
      ) : (
        <div className="console-wait">
          <h1 tabIndex={-1}>Console</h1>
          <Loaded query={match} what="the match">
            {() => null}
          </Loaded>
          <Go to="/seasons">To the seasons</Go>
        </div>
      )}
    </div>
  )
}
