import { withQuery } from '../../kit/call.ts'
import { Field } from '../../kit/field.tsx'
import { useAddressWord } from '../../kit/go.tsx'
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
                <Entry key={entry.id} entry={entry} />
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

function Entry({ entry: { at, person, actor, action, subject, detail } }: { entry: AuditEntry }) {
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
      detail={[subject, ...more].join(' · ')}
    />
  )
}

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
