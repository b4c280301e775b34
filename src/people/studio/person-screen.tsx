import { call } from '../../kit/call.ts'
import { useConfirm } from '../../kit/use-confirm.ts'
import { Choice } from '../../kit/field.tsx'
import { useGoOn } from '../../kit/go.tsx'
import { Page } from '../../kit/page.tsx'
import { useAct, useList } from '../../kit/read.ts'
import type { ScreenProps } from '../../kit/screen.ts'
import { Empty, Loaded } from '../../kit/states.tsx'
import type { ChangePersonInput, PersonRow } from '../wire.ts'
import { ROLE_CHOICES } from './roles.ts'
import { Sessions } from './sessions.tsx'

export function PersonScreen({ params }: ScreenProps) {
  const people = useList<PersonRow>('/api/v1/people', ['desk:people'])
  return (
    <Loaded query={people} what="this person">
      {(rows) => {
        const person = rows.find(({ id }) => id === params['id'])
        return (
          <Page title={person?.name ?? 'Not here'} narrow>
            {person ? <PersonPanels person={person} /> : <Empty>Nobody has this address.</Empty>}
          </Page>
        )
      }}
    </Loaded>
  )
}

function PersonPanels({ person }: { person: PersonRow }) {
  const path = `/api/v1/people/${person.id}`
  const change = useAct<ChangePersonInput>(
    (changes) => call('PATCH', path, changes, { revision: person.revision }),
    {
      says: 'Changed.',
    },
  )
  return (
    <>
      <section className="panel">
        <p>{person.email}</p>
        <Choice
          label="Role"
          value={person.role}
          options={ROLE_CHOICES}
          onChange={(role) => change.mutate({ role })}
        />
        <div className="form-actions">
          <button
            type="button"
            className="button"
            onClick={() => change.mutate({ active: person.state === 'deactivated' })}
          >
            {person.state === 'deactivated' ? 'Let back in' : 'Deactivate'}
          </button>
          <Erase person={person} path={path} />
        </div>
      </section>
      <section className="panel" aria-labelledby="sessions">
        <h2 id="sessions">Signed in at</h2>
        <Sessions path={`${path}/sessions`} />
      </section>
    </>
  )
}

function Erase({ person, path }: { person: PersonRow; path: string }) {
  const confirm = useConfirm()
  const go = useGoOn()
  const erase = useAct(() => call('DELETE', path, undefined, { revision: person.revision }), {
    says: 'Erased.',
    done: () => go('/people'),
  })
  const ask = async () => {
    const sure = await confirm({
      title: `Erase ${person.name}?`,
      words: 'Name, e-mail address, sessions and passkeys are emptied for good. What they published stays.',
      yes: 'Erase',
      danger: true,
    })
    if (sure) erase.mutate(undefined)
  }
  return (
    <button type="button" className="button is-danger" onClick={() => void ask()}>
      Erase
    </button>
  )
}
