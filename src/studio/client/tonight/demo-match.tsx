import { call } from '../../../kit/call.ts'
import { Go } from '../../../kit/go.tsx'
import { useAct, useRead } from '../../../kit/read.ts'
import { useIsOn, useMay } from '../../../kit/studio-context.ts'
import type { DemoMatchReply } from '../../wire.ts'

/** Has the demo's next match played while somebody looks; where there is no demo, or no league, nothing. */
export function DemoMatch() {
  const mayRule = useMay('match.rule')
  return useIsOn('league') && mayRule ? <Offer /> : null
}

function Offer() {
  const demo = useRead<DemoMatchReply>('/api/v1/demo', ['desk:league'])
  const play = useAct(() => call('POST', '/api/v1/demo/match'), {
    says: 'The match is on. Watch the strip, the front page and the table.',
  })
  const match = demo.data?.match
  if (!match || match.over) return null
  return (
    <section className="invitation" aria-labelledby="demo-match">
      <h2 id="demo-match" className="is-plain">
        {match.playing
          ? `${match.title} is on: every open page keeps score.`
          : `${match.title} waits for its host.`}
      </h2>
      <p className="invitation-acts">
        {!match.playing && (
          <button
            type="button"
            className="button is-hot"
            disabled={play.isPending}
            onClick={() => play.mutate(undefined)}
          >
            Play the demo match
          </button>
        )}
        <Go to={`/matches/${match.id}`} className="button">
          {match.playing ? 'Look at the match' : 'Rule it yourself'}
        </Go>
      </p>
    </section>
  )
}
