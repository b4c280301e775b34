import { useState } from 'react'
import { call } from '../../kit/call.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { Check, Field } from '../../kit/field.tsx'
import { useAct, useRead } from '../../kit/read.ts'
import { Secret } from '../../kit/secret.tsx'
import { useStudio } from '../../kit/studio-context.ts'
import type { CreatedToken, RightsTable } from '../wire.ts'

export function NewToken({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('')
  const [days, setDays] = useState(90)
  const [scope, setScope] = useState<readonly string[]>([])
  const [made, setMade] = useState<CreatedToken | null>(null)
  const make = useAct<void, CreatedToken>(() => call('POST', '/api/v1/tokens', { name, scope, days }), {
    done: setMade,
  })
  if (made)
    return (
      <Dialog title="Token made" onClose={onClose}>
        <p>Copy it now: it is shown this once.</p>
        <Secret what="the token">{made.secret}</Secret>
      </Dialog>
    )
  return (
    <Dialog title="New token" onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          make.mutate()
        }}
      >
        <Field label="What it is for">
          <input required value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label="Ends after so many days">
          <input
            type="number"
            min={1}
            max={366}
            value={days}
            onChange={(event) => setDays(Number(event.target.value))}
          />
        </Field>
        <Scope chosen={scope} onChange={setScope} />
        <button type="submit" className="button is-hot" disabled={make.isPending || scope.length === 0}>
          Make token
        </button>
      </form>
    </Dialog>
  )
}

function Scope({ chosen, onChange }: { chosen: readonly string[]; onChange: (rights: string[]) => void }) {
  const { me } = useStudio()
  const table = useRead<RightsTable>('/api/v1/rights', [])
  return (
    <fieldset>
      <legend className="legend">What it may do</legend>
      {table.data?.rights
        .filter(({ right }) => me.rights.includes(right))
        .map(({ right, says }) => (
          <Check
            key={right}
            label={says}
            checked={chosen.includes(right)}
            onChange={(on) => onChange(on ? [...chosen, right] : chosen.filter((each) => each !== right))}
          />
        ))}
    </fieldset>
  )
}
