import { useState } from 'react'
import { call } from '../../kit/call.ts'
import { PasswordField, WordsField } from './account-fields.tsx'
import { Gate } from './gate.tsx'
import { Problem } from './sign-in.tsx'
import { useSend } from './use-send.ts'

/** Without a link: asks for one by mail. With one: takes the new password. */
export function NewPassword({ token, done }: { token: string; done: () => void }) {
  return <Gate title="New password">{token ? <ChooseForm token={token} done={done} /> : <AskForm />}</Gate>
}

function AskForm() {
  const [email, setEmail] = useState('')
  const [sent, setSent] = useState(false)
  const send = useSend(
    () => call('POST', '/api/v1/password/forgotten', { email }),
    () => setSent(true),
  )
  if (sent)
    return (
      <p role="status">
        If <strong>{email}</strong> has an account here, a link is on its way to it. It works for an hour.
      </p>
    )
  return (
    <form className="form" onSubmit={send.submit}>
      <p>We mail you a link to choose a new one.</p>
      <WordsField label="E-mail" type="email" autoComplete="username" value={email} onChange={setEmail} />
      <Problem words={send.problem} />
      <div className="form-actions">
        <button type="submit" className="button is-hot" disabled={send.busy}>
          Send the link
        </button>
        <a className="button" href="/studio">
          Back
        </a>
      </div>
    </form>
  )
}

function ChooseForm({ token, done }: { token: string; done: () => void }) {
  const [password, setPassword] = useState('')
  const send = useSend(() => call('POST', '/api/v1/password/reset', { token, password }), done)
  return (
    <form className="form" onSubmit={send.submit}>
      <p>You are signed out everywhere, and sign in with the new one.</p>
      <PasswordField label="New password" chosen value={password} onChange={setPassword} />
      <Problem words={send.problem} />
      <button type="submit" className="button is-hot" disabled={send.busy}>
        Set the password
      </button>
    </form>
  )
}
