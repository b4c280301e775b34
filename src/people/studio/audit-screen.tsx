import { withQuery } from '../../kit/call.ts'
import { Field } from '../../kit/field.tsx'
import { Go, useAddressWord } from '../../kit/go.tsx'
import { Page } from '../../kit/page.tsx'
import { useList } from '../../kit/read.ts'
import { Row } from '../../kit/row.tsx'
import { Empty, Loaded, More } from '../../kit/states.tsx'
import { useZone } from '../../kit/studio-context.ts'
import { clockSeconds, dayWords } from '../../kit/time.ts'
import type { AuditEntry } from '../wire.ts'

export function AuditScreen() {
  const [subject, setSubject] = useAddressWord('subject')
  const entries = useList<AuditEntry>(withQuery('/api/v1/audit', { subject }), ['audit'])
  return (
    <Page title="Audit log">
      <div className="toolbar">
        <Field
          label="Only this subject"
          hint="As it stands in the log, such as story:0198…"
          className="is-wide"
        >
          <input type="search" value={subject} onChange={(event) => setSubject(event.target.value.trim())} />
        </Field>
      </div>
      <Loaded query={entries} what="the log">
        {(rows) =>
          rows.length === 0 ? (
            <Empty>
              {subject === '' ? 'Nothing has happened yet.' : 'Nothing has happened to that subject.'}
            </Empty>
          ) : (
            <ul className="rows">
              {rows.map((entry) => (
                <Entry key={entry.id} entry={entry} only={subject === '' ? setSubject : null} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <More {...entries} />
    </Page>
  )
}

const WITHOUT_PERSON = {
  person: 'Somebody',
  token: 'A token',
  nobody: 'Nobody signed in',
  system: 'Pressbox',
}

interface EntryProps {
  entry: AuditEntry
  /** Leaves only what happened to one subject; null where that is all there is already. */
  only: ((subject: string) => void) | null
}

function Entry({ entry: { at, person, actor, action, subject, detail }, only }: EntryProps) {
  const zone = useZone()
  const who = person ? `${person.name}${actor === 'token' ? ' (by token)' : ''}` : WITHOUT_PERSON[actor]
  const more = Object.entries(detail).map(([name, value]) => `${name}: ${wordsOf(value)}`)
  return (
    <Row
      lead={
        <time dateTime={at} className="figures">
          {clockSeconds(at, zone)}
          <span className="row-day">{dayWords(at, zone)}</span>
        </time>
      }
      title={`${who} · ${action}`}
      detail={
        <>
          <Subject subject={subject} />
          {more.map((words) => ` · ${words}`)}
        </>
      }
      end={
        only && (
          <button
            type="button"
            className="button is-plain"
            aria-label={`Only this: what happened to ${subject}`}
            onClick={() => only(subject)}
          >
            Only this
          </button>
        )
      }
    />
  )
}

/** Whose screens stand at `/<several>/<id>`. */
const SCREENS: Record<string, string> = {
  story: '/stories',
  event: '/events',
  promo: '/promos',
  page: '/pages',
  person: '/people',
}

function Subject({ subject }: { subject: string }) {
  const [kind = '', id = ''] = subject.split(':')
  const screen = SCREENS[kind]
  return screen && id.includes('-') ? <Go to={`${screen}/${id}`}>{subject}</Go> : subject
}

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
