import { useState } from 'react'
import { call } from '../../kit/call.ts'
import { useRead } from '../../kit/read.ts'
import { PasswordField, WordsField } from './account-fields.tsx'
import { Gate } from './gate.tsx'
import { Problem } from './sign-in.tsx'
import { useSend } from './use-send.ts'

/** The first account: whoever has the link that start printed becomes the owner. */
export function SetUp({ token, done }: { token: string; done: () => void }) {
  const state = useRead<{ open: boolean }>('/api/v1/setup', [])
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const send = useSend(() => call('POST', '/api/v1/setup', { token, name, email, password }), done)
  if (state.data?.open === false)
    return (
      <Gate title="Already set up">
        <p>This site has its owner. Sign in, or ask the owner for an invitation.</p>
        <a className="button is-hot" href="/studio">
          Sign in
        </a>
      </Gate>
    )
  return (
    <Gate title="Make the first account">
      <p>It becomes the owner: it may do everything, and invites the others.</p>
      <form className="form" onSubmit={send.submit}>
        <WordsField label="Your name" autoComplete="name" value={name} onChange={setName} />
        <WordsField label="E-mail" type="email" autoComplete="username" value={email} onChange={setEmail} />
        <PasswordField label="Password" chosen value={password} onChange={setPassword} />
        <Problem words={send.problem} />
        <button type="submit" className="button is-hot" disabled={send.busy}>
          Open the studio
        </button>
      </form>
    </Gate>
  )
}
