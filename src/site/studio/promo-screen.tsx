import { call } from '../../kit/call.ts'
import { serverNow } from '../../kit/clock.ts'
import { useConfirm } from '../../kit/use-confirm.ts'
import { DraftForm } from '../../kit/draft-form.tsx'
import { useGoOn } from '../../kit/go.tsx'
import { Page } from '../../kit/page.tsx'
import { type Acting, useAct, useRead } from '../../kit/read.ts'
import type { ScreenProps } from '../../kit/screen.ts'
import { Loaded } from '../../kit/states.tsx'
import { useMay, useZone } from '../../kit/studio-context.ts'
import { useDraft, useNewDraft } from '../../kit/use-draft.ts'
import { spanProblem } from '../../kit/zones.ts'
import { draftOf, newPromo, toInput } from './promo-draft.ts'
import { PromoFields } from './promo-fields.tsx'
import type { PromoReply } from './wire-types.ts'

export function PromoScreen({ params }: ScreenProps) {
  const id = params['id'] ?? ''
  return id === 'new' ? <NewPromo /> : <Promo id={id} />
}

function NewPromo() {
  const zone = useZone()
  const draft = useNewDraft(() => newPromo(serverNow(), zone))
  const create = useAct<void, PromoReply>(
    () => call('POST', '/api/v1/promos', toInput(draft.value), { idempotencyKey: draft.key }),
    { says: 'Promo made.', done: ({ id }) => draft.made(`/promos/${id}`) },
  )
  return (
    <Page title="New promo">
      <DraftForm
        what="promo"
        draft={draft}
        onSave={() => create.mutate()}
        saving={create.isPending}
        verb="Make promo"
        problem={spanProblem(draft.value)}
      >
        <PromoFields draft={draft.value} set={draft.set} />
      </DraftForm>
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
      <DraftForm
        what="promo"
        draft={draft}
        onSave={() => save.mutate()}
        saving={save.isPending}
        problem={spanProblem(draft.value)}
        mayChange={mayManage}
      >
        <PromoFields draft={draft.value} set={draft.set} />
      </DraftForm>
    </Page>
  )
}

function Delete({ path }: { path: string }) {
  const confirm = useConfirm()
  const go = useGoOn()
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
