import { call } from '../../kit/call.ts'
import { useAct, useList } from '../../kit/read.ts'
import { Row } from '../../kit/row.tsx'
import { Loaded } from '../../kit/states.tsx'
import { useZone } from '../../kit/studio-context.ts'
import { dateWords } from '../../kit/time.ts'
import type { Passkey } from '../wire.ts'
import { addPasskey, hasPasskeys } from './passkeys.ts'

export function Passkeys() {
  const zone = useZone()
  const passkeys = useList<Passkey>('/api/v1/me/passkeys', ['desk:people'])
  const add = useAct<void>(() => addPasskey(`Added ${dateWords(Date.now(), zone)}`), {
    says: 'Passkey added.',
  })
  const remove = useAct<string>((id) => call('DELETE', `/api/v1/me/passkeys/${id}`), {
    says: 'Passkey removed.',
  })
  return (
    <section className="panel" aria-labelledby="passkeys">
      <h2 id="passkeys">Passkeys</h2>
      <p className="mute">Sign in with your fingerprint, face or device instead of a password.</p>
      <Loaded query={passkeys} what="passkeys">
        {(rows) => (
          <ul className="rows">
            {rows.map(({ id, name, createdAt }) => (
              <Row
                key={id}
                title={name}
                detail={`Since ${dateWords(createdAt, zone)}`}
                end={
                  <button type="button" className="button" onClick={() => remove.mutate(id)}>
                    Remove
                  </button>
                }
              />
            ))}
          </ul>
        )}
      </Loaded>
      {hasPasskeys() && (
        <div className="form-actions">
          <button type="button" className="button" disabled={add.isPending} onClick={() => add.mutate()}>
            Add a passkey
          </button>
        </div>
      )}
    </section>
  )
}
