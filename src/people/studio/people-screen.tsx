import { Row, Badge } from '../../kit/row.tsx'
import { Page } from '../../kit/page.tsx'
import { useList } from '../../kit/read.ts'
import { Empty, Loaded } from '../../kit/states.tsx'
import { relative } from '../../kit/time.ts'
import { useNow } from '../../kit/clock.ts'
import type { PersonRow } from '../wire.ts'
import { Invitations } from './invitations.tsx'

export function PeopleScreen() {
  const people = useList<PersonRow>('/api/v1/people', ['desk:people'])
  return (
    <Page title="People">
      <Loaded query={people} what="people">
        {(rows) =>
          rows.length === 0 ? (
            <Empty>Nobody yet.</Empty>
          ) : (
            <ul className="rows">
              {rows.map((person) => (
                <PersonEntry key={person.id} person={person} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <Invitations />
    </Page>
  )
}

function PersonEntry({ person }: { person: PersonRow }) {
  const now = useNow()
  const seen = person.lastSeenAt ? `seen ${relative(Date.parse(person.lastSeenAt), now)}` : 'not seen yet'
  return (
    <Row
      to={`/people/${person.id}`}
      title={person.name}
      detail={`${person.email} · ${seen}`}
      dim={person.state === 'deactivated'}
      end={
        <>
          {person.state === 'deactivated' && <Badge>Deactivated</Badge>}
          {(person.twoFactor || person.passkeys > 0) && (
            <Badge>{person.passkeys > 0 ? 'Passkey' : 'Two-factor'}</Badge>
          )}
          <Badge tone="ink">{person.role}</Badge>
        </>
      }
    />
  )
}
