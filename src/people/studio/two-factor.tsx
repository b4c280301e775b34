import { lazy, Suspense, useState } from 'react'
import { call } from '../../kit/call.ts'
import { useAct } from '../../kit/read.ts'
import { Secret } from '../../kit/secret.tsx'
import type { TwoFactorStart } from '../wire.ts'
import { PasswordField, WordsField } from './account-fields.tsx'

const QrCode = lazy(async () => ({ default: (await import('./qr-code.tsx')).QrCode }))

/** A second step at sign-in: codes of an authenticator app. */
export function TwoFactor({ on }: { on: boolean }) {
  const [password, setPassword] = useState('')
  const [started, setStarted] = useState<TwoFactorStart | null>(null)
  const start = useAct<void, TwoFactorStart>(() => call('POST', '/api/v1/me/two-factor', { password }), {
    done: (answer) => {
      setStarted(answer)
      setPassword('')
    },
  })
  const stop = useAct<void>(() => call('DELETE', '/api/v1/me/two-factor', { password }), {
    says: 'Two-factor sign-in is off.',
    done: () => setPassword(''),
  })
  if (started && !on) return <Confirm start={started} done={() => setStarted(null)} />
  return (
    <form
      className="panel"
      onSubmit={(event) => {
        event.preventDefault()
        if (on) stop.mutate()
        else start.mutate()
      }}
    >
      <h2>Two-factor sign-in</h2>
      <p className="mute">{on ? 'On: a sign-in with your password asks for a code of your app.' : 'Off.'}</p>
      <PasswordField label="Your password" value={password} onChange={setPassword} />
      <div className="form-actions">
        <button type="submit" className="button" disabled={start.isPending || stop.isPending}>
          {on ? 'Turn off' : 'Set up'}
        </button>
      </div>
    </form>
  )
}

function Confirm({ start, done }: { start: TwoFactorStart; done: () => void }) {
  const [code, setCode] = useState('')
  const confirm = useAct<void>(() => call('POST', '/api/v1/me/two-factor/confirm', { code }), {
    says: 'Two-factor sign-in is on.',
    done,
  })
  return (
    <form
      className="panel"
      onSubmit={(event) => {
        event.preventDefault()
        confirm.mutate()
      }}
    >
      <h2>Two-factor sign-in</h2>
      <p>
        Scan this with your authenticator app. Is it on this device, <a href={start.uri}>open it here</a>, or
        type the key into it:
      </p>
      <div className="qr-place">
        <Suspense>
          <QrCode text={start.uri} label="QR code for your authenticator app" />
        </Suspense>
      </div>
      <Secret what="the key">{new URL(start.uri).searchParams.get('secret') ?? ''}</Secret>
      <p>Keep these recovery codes where you would find them without your phone. Each works once:</p>
      <Secret what="the recovery codes">{start.recoveryCodes.join('\n')}</Secret>
      <WordsField
        label="First code of the app"
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
      />
      <div className="form-actions">
        <button type="submit" className="button is-hot" disabled={confirm.isPending}>
          Turn on
        </button>
      </div>
    </form>
  )
}
