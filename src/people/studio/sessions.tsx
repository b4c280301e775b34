import { call } from '../../kit/call.ts'
import { useNow } from '../../kit/clock.ts'
import { useAct, useList } from '../../kit/read.ts'
import { Badge, Row } from '../../kit/row.tsx'
import { Empty, Loaded } from '../../kit/states.tsx'
import { relative } from '../../kit/time.ts'
import type { Session } from '../wire.ts'

/** One's own sessions, or somebody's, by the door that lists them. */
export function Sessions({ path }: { path: string }) {
  const sessions = useList<Session>(path, ['desk:people'])
  const end = useAct<string>((id) => call('DELETE', `${path}/${id}`), { says: 'That session is over.' })
  const endAll = useAct<void>(() => call('DELETE', path), { says: 'Signed out there.' })
  return (
    <Loaded query={sessions} what="sessions">
      {(rows) =>
        rows.length === 0 ? (
          <Empty>Nowhere.</Empty>
        ) : (
          <>
            <ul className="rows">
              {rows.map((session) => (
                <SessionRow key={session.id} session={session} onEnd={() => end.mutate(session.id)} />
              ))}
            </ul>
            {rows.length > 1 && (
              <p>
                <button type="button" className="button" onClick={() => endAll.mutate()}>
                  End all{rows.some(({ current }) => current) ? ' but this one' : ''}
                </button>
              </p>
            )}
          </>
        )
      }
    </Loaded>
  )
}

function SessionRow({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const now = useNow()
  return (
    <Row
      title={session.device}
      detail={`${session.address ?? 'unknown address'} · seen ${relative(Date.parse(session.lastSeenAt), now)}`}
      end={
        session.current ? (
          <Badge tone="ink">This one</Badge>
        ) : (
          <button
            type="button"
            className="button"
            onClick={onEnd}
            aria-label={`End the session at ${session.device}`}
          >
            End
          </button>
        )
      }
    />
  )
}
