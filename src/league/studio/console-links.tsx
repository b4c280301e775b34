import { Go } from '../../kit/go.tsx'
import { Secret } from '../../kit/secret.tsx'
import type { DeskMatchJson } from '../wire.ts'

const here = (path: string): string => new URL(path, location.origin).href

/** Where the match is to be seen, and the addresses that a producer puts into OBS. */
export function ConsoleLinks({ match }: { match: DeskMatchJson }) {
  return (
    <details className="console-links">
      <summary>Page and overlays</summary>
      {!match.draft && (
        <p>
          <a href={match.path} target="_blank" rel="noreferrer">
            See its page
          </a>
          {match.event && (
            <>
              {' · '}
              <Go to={`/events/${match.event.id}`}>Pause or delay its event</Go>
            </>
          )}
        </p>
      )}
      <h3>Overlay for the stream, as readers see it</h3>
      <Secret what="the viewers’ overlay">{here(`/overlay/matches/${match.id}`)}</Secret>
      <h3>Overlay for the producer, at once</h3>
      <Secret what="the producer’s overlay">{here(match.overlayPath)}</Secret>
      <p className="console-hint">
        Put one of them into OBS as a browser source. Keep the producer’s to yourselves: it is not delayed.
      </p>
    </details>
  )
}
