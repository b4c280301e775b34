import { useState } from 'react'
import { call } from '../../kit/call.ts'
import { Page } from '../../kit/page.tsx'
import { useAct, useList } from '../../kit/read.ts'
import { Badge, Row } from '../../kit/row.tsx'
import { Empty, Loaded } from '../../kit/states.tsx'
import { useZone } from '../../kit/studio-context.ts'
import { dateWords } from '../../kit/time.ts'
import type { ApiToken } from '../wire.ts'
import { NewToken } from './new-token.tsx'

export function TokensScreen() {
  const [making, setMaking] = useState(false)
  const tokens = useList<ApiToken>('/api/v1/tokens', ['desk:people'])
  return (
    <Page
      title="API tokens"
      actions={
        <button type="button" className="button is-hot" onClick={() => setMaking(true)}>
          New token
        </button>
      }
    >
      <Loaded query={tokens} what="tokens">
        {(rows) =>
          rows.length === 0 ? (
            <Empty>
              No tokens. A token lets a program use the API with some of your rights, until a day you choose.
            </Empty>
          ) : (
            <ul className="rows">
              {rows.map((token) => (
                <TokenRow key={token.id} token={token} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {making && <NewToken onClose={() => setMaking(false)} />}
    </Page>
  )
}

function TokenRow({ token }: { token: ApiToken }) {
  const zone = useZone()
  const revoke = useAct<void>(() => call('DELETE', `/api/v1/tokens/${token.id}`), { says: 'Token revoked.' })
  const used = token.lastUsedAt ? `last used ${dateWords(token.lastUsedAt, zone)}` : 'never used'
  return (
    <Row
      title={token.name}
      detail={`${token.hint}… · ${token.owner.name} · ${token.scope.join(', ')} · until ${dateWords(token.expiresAt, zone)} · ${used}`}
      dim={token.state !== 'active'}
      end={
        token.state === 'active' ? (
          <button
            type="button"
            className="button"
            aria-label={`Revoke the token ${token.name}`}
            onClick={() => revoke.mutate()}
          >
            Revoke
          </button>
        ) : (
          <Badge>{token.state}</Badge>
        )
      }
    />
  )
}
