import { useState } from 'react'
import { call } from '../../kit/call.ts'
import { serverNow } from '../../kit/clock.ts'
import { useConfirm } from '../../kit/confirm.tsx'
import { useGo } from '../../kit/go.tsx'
import { Page } from '../../kit/page.tsx'
import { randomId } from '../../kit/random-id.ts'
import { type Acting, useAct, useRead } from '../../kit/read.ts'
import type { ScreenProps } from '../../kit/screen.ts'
import { useShortcut } from '../../kit/shortcuts.ts'
import { Loaded } from '../../kit/states.tsx'
import { useMay, useZone } from '../../kit/studio-context.ts'
import { useDraft } from '../../kit/use-draft.ts'
import { type PromoDraft, draftOf, newPromo, toInput } from './promo-draft.ts'
import { PromoForm } from './promo-form.tsx'
import type { PromoReply } from './wire-types.ts'

export function PromoScreen({ params }: ScreenProps) {
  const id = params['id'] ?? ''
  return id === 'new' ? <NewPromo /> : <Promo id={id} />
}

function NewPromo() {
  const zone = useZone()
  const go = useGo()
  const [draft, setDraft] = useState(() => newPromo(serverNow(), zone))
  const [key, setKey] = useState(randomId)
  const set = (changes: Partial<PromoDraft>) => {
    setDraft((now) => ({ ...now, ...changes }))
    setKey(randomId())
  }
  const create = useAct<void, PromoReply>(
    () => call('POST', '/api/v1/promos', toInput(draft), { idempotencyKey: key }),
    { says: 'Promo made.', done: ({ id }) => go(`/promos/${id}`, true) },
  )
  return (
    <Page title="New promo">
      <PromoForm
        draft={draft}
        set={set}
        busy={create.isPending}
        verb="Make promo"
        onSubmit={() => create.mutate()}
      />
    </Page>
  )
}

function Promo({ id }: { id: string }) {
  const promo = useRead<PromoReply>(`/api/v1/promos/${id}`, ['desk:promos', 'promos'])
  return (
    <Loaded query={promo} what="the promo">
      {(data) => <EditPromo promo={data} />}
    </Loaded>
  )
}

function EditPromo({ promo }: { promo: PromoReply }) {
  const mayManage = useMay('promo.manage')
  const draft = useDraft(draftOf(promo), promo.revision)
  const path = `/api/v1/promos/${promo.id}`
  const save = useAct<void, PromoReply>(
    () => call('PUT', path, toInput(draft.value), { revision: draft.revision }),
    { says: 'Promo saved.', done: ({ revision }) => draft.accept(revision) },
  )
  const pause: Acting<boolean, PromoReply> = useAct(
    (paused: boolean) => call('POST', `${path}/pause`, { paused }),
    {
      says: (_, paused) => (paused ? 'Off every page.' : 'Back on.'),
      undo: (_, paused) => ({ act: () => pause.mutate(!paused) }),
    },
  )
  useShortcut('mod+s', 'Save', () => save.mutate(), mayManage)
  return (
    <Page
      title={promo.title}
      actions={
        mayManage && (
          <>
            <button type="button" className="button" onClick={() => pause.mutate(!promo.paused)}>
              {promo.paused ? 'Put it back' : 'Pause'}
            </button>
            <Delete path={path} />
          </>
        )
      }
    >
      {draft.newer && (
        <div className="notice" role="alert">
          <p>Somebody has changed this promo meanwhile.</p>
          <button type="button" className="button" onClick={draft.reset}>
            Show their version
          </button>
        </div>
      )}
      <PromoForm
        draft={draft.value}
        set={draft.set}
        busy={save.isPending || !draft.dirty}
        disabled={!mayManage}
        verb="Save"
        onSubmit={() => save.mutate()}
      />
    </Page>
  )
}

function Delete({ path }: { path: string }) {
  const confirm = useConfirm()
  const go = useGo()
  const remove = useAct<void>(() => call('DELETE', path), {
    says: 'Promo deleted.',
    done: () => go('/promos'),
  })
  const ask = async () => {
    const words = 'It goes from every page and is deleted for good.'
    if (await confirm({ title: 'Delete this promo?', words, yes: 'Delete', danger: true })) remove.mutate()
  }
  return (
    <button type="button" className="button is-danger" onClick={() => void ask()}>
      Delete
    </button>
  )
}
