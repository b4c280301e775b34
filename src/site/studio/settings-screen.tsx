import { call } from '../../kit/call.ts'
import { Check } from '../../kit/field.tsx'
import { Page } from '../../kit/page.tsx'
import { useAct, useRead } from '../../kit/read.ts'
import { Loaded } from '../../kit/states.tsx'
import type { ModuleName } from '../wire.ts'
import { Outbox } from './outbox.tsx'
import type { ModulesReply } from './wire-types.ts'

const SAYS: Record<ModuleName, string> = {
  live: 'Events: the strip, the events’ pages and calendars, cards of events',
  league: 'The league: seasons, matches, tables, the host’s console, match cards',
  shop: 'The shop: products, collections, the cart and the checkout, product cards',
  promos: 'Promos: the hot strip on every page',
}

export function SettingsScreen() {
  const modules = useRead<ModulesReply>('/api/v1/modules', ['settings:modules', 'desk:settings'])
  return (
    <Page title="Settings" narrow>
      <Loaded query={modules} what="the settings">
        {(data) => <Modules modules={data} />}
      </Loaded>
      <Outbox />
    </Page>
  )
}

function Modules({ modules: { value, revision } }: { modules: ModulesReply }) {
  const change = useAct<Partial<Record<ModuleName, boolean>>>(
    (changes) => call('PUT', '/api/v1/modules', { ...value, ...changes }, { revision }),
    { says: 'Changed on every page and in the studio.' },
  )
  const shown = change.isPending ? { ...value, ...change.variables } : value
  return (
    <section className="panel">
      <h2>Modules</h2>
      <p className="mute">What is off is gone from menus, doors and the studio. Nothing of it is deleted.</p>
      <fieldset>
        <legend className="unseen">Modules</legend>
        {(Object.keys(SAYS) as ModuleName[]).map((name) => (
          <Check
            key={name}
            label={SAYS[name]}
            checked={shown[name]}
            disabled={change.isPending}
            onChange={(on) => change.mutate({ [name]: on })}
          />
        ))}
      </fieldset>
    </section>
  )
}
