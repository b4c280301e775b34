import { call } from '../../kit/call.ts'
import { DraftForm } from '../../kit/draft-form.tsx'
import { Check, Field } from '../../kit/field.tsx'
import { Page } from '../../kit/page.tsx'
import { useAct } from '../../kit/read.ts'
import { Loaded } from '../../kit/states.tsx'
import { useMay } from '../../kit/studio-context.ts'
import { useDraft } from '../../kit/use-draft.ts'
import type { CheckoutSettingsReply } from '../wire.ts'
import { type CheckoutDraft, draftOf, problemOf, toSettings } from './checkout-draft.ts'
import { DOORS } from './doors.ts'
import { RatesPart } from './rates-part.tsx'
import { TaxesPart } from './taxes-part.tsx'
import { useCurrency } from './use-currency.ts'

export function CheckoutScreen() {
  const checkout = useCurrency()
  return (
    <Page title="Checkout" narrow>
      <Loaded query={checkout} what="the settings">
        {(data) => <CheckoutForm settings={data} />}
      </Loaded>
    </Page>
  )
}

function CheckoutForm({ settings }: { settings: CheckoutSettingsReply }) {
  const { currency } = settings
  const mayManage = useMay('shop.manage')
  const draft = useDraft(draftOf(settings), settings.revision)
  const save = useAct<void, { revision: number }>(
    () => call('PUT', DOORS.checkout, toSettings(draft.value, currency), { revision: draft.revision }),
    { says: 'Settings saved.', done: ({ revision }) => draft.accept(revision) },
  )
  const part = { draft: draft.value, set: draft.set, currency }
  return (
    <DraftForm
      what="checkout"
      draft={draft}
      onSave={() => save.mutate()}
      saving={save.isPending}
      problem={problemOf(draft.value, currency)}
      mayChange={mayManage}
      ofPanels
    >
      <RatesPart {...part} />
      <Pickup {...part} />
      <TaxesPart {...part} />
      <Paying {...part} takesCards={settings.takesCards} />
    </DraftForm>
  )
}

interface PartProps {
  draft: CheckoutDraft
  set: (changes: Partial<CheckoutDraft>) => void
}

function Pickup({ draft, set }: PartProps) {
  return (
    <section className="panel form" aria-labelledby="pickup">
      <h2 id="pickup">Pickup</h2>
      <Check
        label="Orders can be picked up"
        checked={draft.hasPickup}
        onChange={(hasPickup) => set({ hasPickup })}
      />
      {draft.hasPickup && (
        <>
          <Field label="Where" hint="As buyers read it.">
            <input
              required
              maxLength={120}
              value={draft.place}
              onChange={(event) => set({ place: event.target.value })}
            />
          </Field>
          <Field label="When and how">
            <textarea
              maxLength={300}
              value={draft.pickupSays}
              onChange={(event) => set({ pickupSays: event.target.value })}
            />
          </Field>
          <div className="form-row">
            <Field label="Country of the pickup" hint="Two letters: it says which tax is due.">
              <input
                required
                maxLength={2}
                value={draft.pickupCountry}
                onChange={(event) => set({ pickupCountry: event.target.value.toUpperCase() })}
              />
            </Field>
            <Field label="State of the pickup" hint="Such as IL. May stay empty.">
              <input
                maxLength={3}
                value={draft.pickupRegion}
                onChange={(event) => set({ pickupRegion: event.target.value.toUpperCase() })}
              />
            </Field>
          </div>
          <Check
            label="They can be paid there"
            checked={draft.payThere}
            onChange={(payThere) => set({ payThere })}
          />
        </>
      )}
    </section>
  )
}

function Paying({ draft, set, takesCards }: PartProps & { takesCards: boolean }) {
  return (
    <section className="panel form" aria-labelledby="paying">
      <h2 id="paying">Paying</h2>
      <p className="mute">
        {takesCards
          ? 'Cards are taken by Stripe.'
          : 'Cards are not taken yet: whoever runs the server sets the keys of Stripe.'}
      </p>
      <Field
        label="Time to pay, minutes"
        hint="So long a buyer’s pieces are held at the payment page. Then they are for sale again."
      >
        <input
          required
          inputMode="decimal"
          value={draft.payMinutes}
          onChange={(event) => set({ payMinutes: event.target.value })}
        />
      </Field>
    </section>
  )
}
