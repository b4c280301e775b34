import { useState } from 'react'
import { call } from '../../kit/call.ts'
import { serverNow } from '../../kit/clock.ts'
import { useGo } from '../../kit/go.tsx'
import { Page } from '../../kit/page.tsx'
import { randomId } from '../../kit/random-id.ts'
import { useAct } from '../../kit/read.ts'
import { useZone } from '../../kit/studio-context.ts'
import type { DeskCollectionJson } from '../wire.ts'
import { type CollectionDraft, newCollection, problemOf, toInput } from './collection-draft.ts'
import { CollectionFields } from './collection-fields.tsx'
import { DOORS } from './doors.ts'

const NONE: ReadonlyMap<string, string> = new Map()

export function NewCollectionScreen() {
  const zone = useZone()
  const go = useGo()
  const [draft, setDraft] = useState(() => newCollection(serverNow(), zone))
  const [key, setKey] = useState(randomId)
  const set = (changes: Partial<CollectionDraft>) => {
    setDraft((now) => ({ ...now, ...changes }))
    setKey(randomId())
  }
  const create = useAct<void, DeskCollectionJson>(
    () => call('POST', DOORS.collections, toInput(draft), { idempotencyKey: key }),
    { says: 'Collection saved.', done: ({ id }) => go(`/shop/collections/${id}`, true) },
  )
  const problem = problemOf(draft)
  return (
    <Page title="New collection" narrow>
      <form
        className="panel form"
        onSubmit={(event) => {
          event.preventDefault()
          create.mutate()
        }}
      >
        <CollectionFields draft={draft} titles={NONE} set={set} />
        {problem && <p className="field-problem">{problem}</p>}
        <div className="form-actions">
          <button type="submit" className="button is-hot" disabled={create.isPending || problem !== null}>
            Save
          </button>
        </div>
      </form>
    </Page>
  )
}
