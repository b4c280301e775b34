import { useStudio } from '../../kit/studio-context.ts'
import { clockSeconds, dayWords } from '../../kit/time.ts'
import type { FactJson, FactKind } from '../wire.ts'

const SAYS: Record<FactKind, string> = {
  start: 'Started',
  pause: 'Paused',
  resume: 'Resumed',
  end: 'Ended',
  postpone: 'Postponed',
  cancel: 'Cancelled',
  reopen: 'Reopened',
  undo: 'Took the last back',
  edit: 'Edited',
  delay: 'Delay changed',
}

/** What was done, newest first, and when readers saw it. */
export function Facts({ facts }: { facts: readonly FactJson[] }) {
  const { me, brand } = useStudio()
  if (facts.length === 0) return null
  const by = (id: string | null): string => (id === null ? 'Pressbox' : id === me.id ? 'you' : 'a colleague')
  return (
    <section className="panel" aria-labelledby="facts">
      <h2 id="facts">What was done</h2>
      <ol className="facts">
        {facts.toReversed().map((fact) => (
          <li key={fact.seq} className={fact.undone ? 'is-undone' : ''}>
            <time dateTime={fact.at} title={dayWords(fact.at, brand.zone)}>
              {clockSeconds(fact.at, brand.zone)}
            </time>
            <span>
              {SAYS[fact.kind]} by {by(fact.by)}
              {fact.delaySeconds !== null && `, ${fact.delaySeconds} s`}
              {fact.words && ` “${fact.words}”`}
              {fact.undone && ' (taken back)'}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
