import { PictureField } from '../../footage/studio/public.ts'
import { call } from '../../kit/call.ts'
import { DraftForm } from '../../kit/draft-form.tsx'
import { Choice, Field } from '../../kit/field.tsx'
import { Page } from '../../kit/page.tsx'
import { useAct, useRead } from '../../kit/read.ts'
import { Loaded } from '../../kit/states.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import { ZoneField } from '../../kit/zone-field.tsx'
import type { Brand } from '../wire.ts'
import { BrandColours, ContrastWarning } from './brand-colours.tsx'
import type { BrandReply } from './wire-types.ts'

export function BrandScreen() {
  const brand = useRead<BrandReply>('/api/v1/brand', ['settings:brand'])
  return (
    <Page title="Brand">
      <Loaded query={brand} what="the brand">
        {(data) => <BrandForm brand={data} />}
      </Loaded>
    </Page>
  )
}

interface PartProps {
  value: Brand
  set: (changes: Partial<Brand>) => void
}

function BrandForm({ brand }: { brand: BrandReply }) {
  const draft = useDraft<Brand>(brand.value, brand.revision)
  const save = useAct<void, { revision: number }>(
    () => call('PUT', '/api/v1/brand', draft.value, { revision: draft.revision }),
    { says: 'The brand has changed on every open page.', done: ({ revision }) => draft.accept(revision) },
  )
  const { value, set } = draft
  return (
    <DraftForm
      what="brand"
      draft={draft}
      onSave={() => save.mutate()}
      saving={save.isPending}
      verb="Save the brand"
      ofPanels
    >
      <Name value={value} set={set} />
      <BrandColours value={value} set={set} />
      <Type value={value} set={set} />
      <Place value={value} set={set} />
      <ContrastWarning colours={value.colours} darkColours={value.darkColours} />
    </DraftForm>
  )
}

function Name({ value, set }: PartProps) {
  const [first, second] = value.logoWords
  return (
    <section className="panel">
      <h2>Name</h2>
      <div className="form-row">
        <Field label="Name">
          <input
            required
            maxLength={80}
            value={value.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        </Field>
        <Field label="First word of the wordmark">
          <input
            maxLength={40}
            value={first}
            onChange={(event) => set({ logoWords: [event.target.value, second] })}
          />
        </Field>
        <Field label="Second word, in the hot colour">
          <input
            maxLength={40}
            value={second}
            onChange={(event) => set({ logoWords: [first, event.target.value] })}
          />
        </Field>
      </div>
      <PictureField
        label="Logo, instead of the words"
        value={value.logo}
        onChange={(logo) => set({ logo })}
      />
      <Field label="Tagline">
        <input
          maxLength={120}
          value={value.tagline}
          onChange={(event) => set({ tagline: event.target.value })}
        />
      </Field>
      <Field label="Description" hint="For search engines and shared links.">
        <textarea
          maxLength={300}
          value={value.description}
          onChange={(event) => set({ description: event.target.value })}
        />
      </Field>
      <Field label="E-mail address for readers">
        <input
          type="email"
          value={value.contactMail}
          onChange={(event) => set({ contactMail: event.target.value })}
        />
      </Field>
    </section>
  )
}

function Type({ value, set }: PartProps) {
  return (
    <section className="panel">
      <h2>Type</h2>
      <div className="form-row">
        <Choice
          label="For what matters"
          value={value.displayFont}
          options={[
            ['league-gothic', 'League Gothic'],
            ['condensed', 'The system’s condensed'],
            ['sans', 'Sans'],
            ['serif', 'Serif'],
          ]}
          onChange={(displayFont) => set({ displayFont })}
        />
        <Choice
          label="To read"
          value={value.textFont}
          options={[
            ['charter', 'Charter'],
            ['georgia', 'Georgia'],
            ['sans', 'Sans'],
          ]}
          onChange={(textFont) => set({ textFont })}
        />
      </div>
    </section>
  )
}

function Place({ value, set }: PartProps) {
  return (
    <section className="panel">
      <h2>Place</h2>
      <div className="form-row">
        <ZoneField
          value={value.timeZone}
          hint="Times on the site are in it."
          onChange={(timeZone) => set({ timeZone })}
        />
        <Field label="Language" hint="A language tag such as en-US.">
          <input required value={value.locale} onChange={(event) => set({ locale: event.target.value })} />
        </Field>
        <Field label="Currency" hint="Three letters, such as USD.">
          <input
            required
            pattern="[A-Z]{3}"
            title="Three capital letters"
            value={value.currency}
            onChange={(event) => set({ currency: event.target.value.toUpperCase() })}
          />
        </Field>
      </div>
    </section>
  )
}
