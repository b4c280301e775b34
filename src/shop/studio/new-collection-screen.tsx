import { call } from '../../kit/call.ts'
import { serverNow } from '../../kit/clock.ts'
import { DraftForm } from '../../kit/draft-form.tsx'
import { Page } from '../../kit/page.tsx'
import { useAct } from '../../kit/read.ts'
import { useZone } from '../../kit/studio-context.ts'
import { useNewDraft } from '../../kit/use-draft.ts'
import { spanProblem } from '../../kit/zones.ts'
import type { DeskCollectionJson } from '../wire.ts'
import { newCollection, toInput } from './collection-draft.ts'
import { CollectionFields } from './collection-fields.tsx'
import { DOORS } from './doors.ts'

const NONE: ReadonlyMap<string, string> = new Map()

export function NewCollectionScreen() {
  const zone = useZone()
  const draft = useNewDraft(() => newCollection(serverNow(), zone))
  const create = useAct<void, DeskCollectionJson>(
    () => call('POST', DOORS.collections, toInput(draft.value), { idempotencyKey: draft.key }),
    { says: 'Collection saved.', done: ({ id }) => draft.made(`/shop/collections/${id}`) },
  )
  return (
    <Page title="New collection" narrow>
      <DraftForm
        what="collection"
        draft={draft}
        onSave={() => create.mutate()}
        saving={create.isPending}
        problem={spanProblem(draft.value)}
      >
        <CollectionFields draft={draft.value} titles={NONE} set={draft.set} />
      </DraftForm>
    </Page>
  )
}
