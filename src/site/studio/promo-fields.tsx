import { Check, Field } from '../../kit/field.tsx'
import { ZonedTime } from '../../kit/zoned-time.tsx'
import { useList } from '../../kit/read.ts'
import { useIsOn } from '../../kit/studio-context.ts'
import { type FollowedCollection, follow, type PromoDraft } from './promo-draft.ts'

interface PromoPartProps {
  draft: PromoDraft
  set: (changes: Partial<PromoDraft>) => void
}

export function PromoFields({ draft, set }: PromoPartProps) {
  return (
    <>
      <PromoLook draft={draft} />
      <Follows draft={draft} set={set} />
      {draft.collectionId === '' && <Words draft={draft} set={set} />}
      <div className="form-row">
        {draft.collectionId === '' && <Times draft={draft} set={set} />}
        <Field label="Priority" hint="Of several that are open the highest shows.">
          <input
            type="number"
            min={0}
            max={100}
            required
            value={draft.priority}
            onChange={(event) => set({ priority: Number(event.target.value) })}
          />
        </Field>
      </div>
      {draft.collectionId === '' && (
        <Check
          label="Announced: open pages may know of it before, and flip to it on the second"
          checked={draft.announced}
          onChange={(announced) => set({ announced })}
        />
      )}
    </>
  )
}

function Times({ draft, set }: PromoPartProps) {
  return (
    <>
      <ZonedTime
        label="From"
        zone={draft.zone}
        value={draft.from}
        seconds
        required
        onChange={(from) => set({ from })}
      />
      <ZonedTime
        label="Until"
        zone={draft.zone}
        value={draft.until}
        seconds
        hint="Empty: without an end."
        onChange={(until) => set({ until })}
      />
    </>
  )
}

/** A promo of the shop needs no times of its own: it opens, pauses and closes with its collection. */
function Follows({ draft, set }: PromoPartProps) {
  const isOn = useIsOn('shop')
  const { data: collections = [] } = useList<FollowedCollection>(
    isOn ? '/api/v1/desk/collections?limit=100' : null,
    ['desk:collections'],
  )
  if (!isOn && draft.collectionId === '') return null
  return (
    <Field
      label="Follows a collection"
      hint="Name, product types, times and link are then the collection's own, and pausing it pauses the promo."
    >
      <select
        value={draft.collectionId}
        onChange={(event) => set(follow(collections.find(({ id }) => id === event.target.value)))}
      >
        <option value="">None: a promo of its own</option>
        {collections.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </Field>
  )
}

function Words({ draft, set }: PromoPartProps) {
  return (
    <>
      <div className="form-row">
        <Field label="Title">
          <input
            required
            maxLength={60}
            placeholder="Spring Collection"
            value={draft.title}
            onChange={(event) => set({ title: event.target.value })}
          />
        </Field>
        <Field label="Text">
          <input
            maxLength={120}
            placeholder="T-Shirts, Hoodies, Hats"
            value={draft.text}
            onChange={(event) => set({ text: event.target.value })}
          />
        </Field>
      </div>
      <div className="form-row">
        <Field label="Button">
          <input
            required
            maxLength={40}
            value={draft.label}
            onChange={(event) => set({ label: event.target.value })}
          />
        </Field>
        <Field label="Where it leads" hint="A path such as /about, or an https:// address.">
          <input
            required
            maxLength={500}
            value={draft.url}
            onChange={(event) => set({ url: event.target.value })}
          />
        </Field>
      </div>
    </>
  )
}

/** What readers will see, as it is being typed. */
function PromoLook({ draft }: { draft: PromoDraft }) {
  return (
    <div className="promo-look" aria-label="How it looks" role="img">
      <span>
        <strong>{draft.title || 'Title'}</strong>
        {draft.text && <span> | {draft.text}</span>}
      </span>
      <span className="promo-look-action">{draft.label || 'Button'}</span>
    </div>
  )
}
