import { useState } from 'react'
import { call } from '../../kit/call.ts'
import { Page } from '../../kit/page.tsx'
import { useAct, useRead } from '../../kit/read.ts'
import { Loaded } from '../../kit/states.tsx'
import type { Me } from '../wire.ts'
import { PasswordField, WordsField } from './account-fields.tsx'
import { Passkeys } from './passkey-list.tsx'
import { Sessions } from './sessions.tsx'
import { TwoFactor } from './two-factor.tsx'

export function AccountScreen() {
  const me = useRead<Me>('/api/v1/me', ['desk:people'])
  return (
    <Page title="My account" narrow>
      <Loaded query={me} what="your account">
        {(data) => (
          <>
            <Name me={data} />
            <Password />
            <Passkeys />
            <TwoFactor on={data.twoFactor} />
            <section className="panel" aria-labelledby="my-sessions">
              <h2 id="my-sessions">Where you are signed in</h2>
              <Sessions path="/api/v1/me/sessions" />
            </section>
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Name({ me }: { me: Me }) {
  const [name, setName] = useState(me.name)
  const save = useAct<void>(() => call('PATCH', '/api/v1/me', { name }, { revision: me.revision }), {
    says: 'Name changed.',
  })
  return (
    <form
      className="panel"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <p>
        {me.email} · {me.role}
      </p>
      <WordsField label="Name" autoComplete="name" value={name} onChange={setName} />
      <div className="form-actions">
        <button type="submit" className="button" disabled={name === me.name || save.isPending}>
          Save name
        </button>
      </div>
    </form>
  )
}

function Password() {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const save = useAct<void>(() => call('PUT', '/api/v1/me/password', { current, next }), {
    says: 'Password changed. Your other sessions have ended.',
    done: () => {
      setCurrent('')
      setNext('')
    },
  })
  return (
    <form
      className="panel"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <h2>Password</h2>
      <PasswordField label="Current password" value={current} onChange={setCurrent} />
      <PasswordField label="New password" chosen value={next} onChange={setNext} />
      <div className="form-actions">
        <button type="submit" className="button" disabled={save.isPending}>
          Change password
        </button>
      </div>
    </form>
  )
}
