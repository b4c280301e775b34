import { useState } from 'react'
import { call } from '../../kit/call.ts'
import type { SignInAnswer } from '../wire.ts'
import { PasswordField, WordsField } from './account-fields.tsx'
import { Gate } from './gate.tsx'
import { hasPasskeys, signInWithPasskey } from './passkeys.ts'
import { useSend } from './use-send.ts'

interface SignInProps {
  /** Inside a dialog, above a screen whose session has ended. */
  inside?: boolean
  done: () => void
}

export function SignIn({ inside = false, done }: SignInProps) {
  const [second, setSecond] = useState(false)
  const form = second ? (
    <SecondFactor done={done} />
  ) : (
    <FirstFactor done={done} more={() => setSecond(true)} />
  )
  return inside ? form : <Gate title="Sign in">{form}</Gate>
}

function FirstFactor({ done, more }: { done: () => void; more: () => void }) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const send = useSend(
    () => call<SignInAnswer>('POST', '/api/v1/session', { email, password }),
    ({ state }) => (state === 'second-factor' ? more() : done()),
  )
  const passkey = useSend(signInWithPasskey, done)
  return (
    <form className="form" onSubmit={send.submit}>
      <WordsField label="E-mail" type="email" autoComplete="username" value={email} onChange={setEmail} />
      <PasswordField label="Password" value={password} onChange={setPassword} />
      <Problem words={send.problem ?? passkey.problem} />
      <div className="form-actions">
        <button type="submit" className="button is-hot" disabled={send.busy}>
          Sign in
        </button>
        {hasPasskeys() && (
          <button type="button" className="button" disabled={passkey.busy} onClick={passkey.submit}>
            Use a passkey
          </button>
        )}
      </div>
      <p>
        <a href="/studio/password">Forgot the password?</a>
      </p>
    </form>
  )
}

function SecondFactor({ done }: { done: () => void }) {
  const [code, setCode] = useState('')
  const send = useSend(() => call('POST', '/api/v1/session/second-factor', { code }), done)
  return (
    <form className="form" onSubmit={send.submit}>
      <WordsField
        label="Code of your app, or a recovery code"
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
      />
      <Problem words={send.problem} />
      <button type="submit" className="button is-hot" disabled={send.busy}>
        Go on
      </button>
    </form>
  )
}

export const Problem = ({ words }: { words: string | null }) => (
  <div role="alert">{words && <p className="field-problem">{words}</p>}</div>
)
