import { useState } from 'react'
import { call } from '../../kit/call.ts'
import { Choice, Field } from '../../kit/field.tsx'
import { useAct, useList } from '../../kit/read.ts'
import { Badge, Row } from '../../kit/row.tsx'
import { Secret } from '../../kit/secret.tsx'
import { useZone } from '../../kit/studio-context.ts'
import { dateTime } from '../../kit/time.ts'
import type { Invitation, Invited, RoleName } from '../wire.ts'
import { ROLE_CHOICES } from './roles.ts'

export function Invitations() {
  const [role, setRole] = useState<RoleName>('writer')
  const [email, setEmail] = useState('')
  const [invited, setInvited] = useState<Invited | null>(null)
  const invite = useAct<void, Invited>(() => call('POST', '/api/v1/invitations', { email, role }), {
    done: (answer) => {
      setInvited(answer)
      setEmail('')
    },
  })
  return (
    <section className="panel" aria-labelledby="invite">
      <h2 id="invite">Invite somebody</h2>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          invite.mutate()
        }}
      >
        <div className="form-row">
          <Field label="E-mail">
            <input type="email" required value={email} onChange={(event) => setEmail(event.target.value)} />
          </Field>
          <Choice label="Role" value={role} options={ROLE_CHOICES} onChange={setRole} />
        </div>
        <div className="form-actions">
          <button type="submit" className="button is-hot" disabled={invite.isPending}>
            Invite
          </button>
        </div>
      </form>
      {invited && (
        <div role="status">
          <p>
            {invited.mailed ? 'The invitation is on its way by mail. ' : 'Send this link yourself. '}
            It is shown this once:
          </p>
          <Secret what="the link">{invited.link}</Secret>
        </div>
      )}
      <OpenInvitations />
    </section>
  )
}

function OpenInvitations() {
  const zone = useZone()
  const { data = [] } = useList<Invitation>('/api/v1/invitations', ['desk:people'])
  const revoke = useAct<string>((id) => call('DELETE', `/api/v1/invitations/${id}`), {
    says: 'Invitation revoked. Its link is dead.',
  })
  return (
    <ul className="rows">
      {data
        .filter(({ state }) => state === 'open')
        .map(({ id, email, role, expiresAt, invitedBy }) => (
          <Row
            key={id}
            title={email}
            detail={`Open until ${dateTime(expiresAt, zone)}${invitedBy ? ` · invited by ${invitedBy}` : ''}`}
            end={
              <>
                <Badge>{role}</Badge>
                <button type="button" className="button" onClick={() => revoke.mutate(id)}>
                  Revoke
                </button>
              </>
            }
          />
        ))}
    </ul>
  )
}
