import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../kit/call.ts'
import { Loaded } from '../../kit/states.tsx'
import type { InvitationLook } from '../wire.ts'
import { PasswordField, WordsField } from './account-fields.tsx'
import { Gate } from './gate.tsx'
import { Problem } from './sign-in.tsx'
import { useSend } from './use-send.ts'

export function AcceptInvitation({ token, done }: { token: string; done: () => void }) {
  const look = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => call<InvitationLook>('POST', '/api/v1/invitations/look', { token }),
  })
  return (
    <Gate title="Join the studio">
      <Loaded query={look} what="the invitation">
        {(invitation) => <JoinForm token={token} invitation={invitation} done={done} />}
      </Loaded>
    </Gate>
  )
}

function JoinForm({
  token,
  invitation,
  done,
}: {
  token: string
  invitation: InvitationLook
  done: () => void
}) {
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const send = useSend(() => call('POST', '/api/v1/invitations/accept', { token, name, password }), done)
  return (
    <form className="form" onSubmit={send.submit}>
      <p>
        You join as <strong>{invitation.role}</strong>, with <strong>{invitation.email}</strong>.
      </p>
      <WordsField label="Your name" autoComplete="name" value={name} onChange={setName} />
      <PasswordField label="Password" chosen value={password} onChange={setPassword} />
      <Problem words={send.problem} />
      <button type="submit" className="button is-hot" disabled={send.busy}>
        Join
      </button>
    </form>
  )
}
