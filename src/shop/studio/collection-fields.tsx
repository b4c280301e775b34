import { PictureField } from '../../footage/studio/public.ts'
import { Check, Field } from '../../kit/field.tsx'
import { ZonedTime } from '../../kit/zoned-time.tsx'
import { ZoneField } from '../../kit/zone-field.tsx'
import type { CollectionDraft } from './collection-draft.ts'
import { ProductChoice } from './product-choice.tsx'

interface CollectionFieldsProps {
  draft: CollectionDraft
  titles: ReadonlyMap<string, string>
  set: (changes: Partial<CollectionDraft>) => void
}

export function CollectionFields({ draft, titles, set }: CollectionFieldsProps) {
  return (
    <>
      <Field label="Title">
        <input
          required
          maxLength={80}
          placeholder="Winter Collection"
          value={draft.title}
          onChange={(event) => set({ title: event.target.value })}
        />
      </Field>
      <Field label="Description">
        <textarea
          maxLength={2000}
          value={draft.description}
          onChange={(event) => set({ description: event.target.value })}
        />
      </Field>
      <When draft={draft} set={set} />
      <Check
        label="Announced: readers may know of it before, its products stay unseen until it opens"
        checked={draft.announced}
        onChange={(announced) => set({ announced })}
      />
      <ProductChoice value={draft.products} titles={titles} onChange={(products) => set({ products })} />
      <PictureField label="Cover" value={draft.cover} onChange={(cover) => set({ cover })} />
      <Field label="Address" hint="/collections/…; made from the title when it is left empty.">
        <input
          pattern="[a-z0-9]+(-[a-z0-9]+)*"
          maxLength={80}
          title="Small letters, digits and single hyphens"
          value={draft.slug}
          onChange={(event) => set({ slug: event.target.value })}
        />
      </Field>
    </>
  )
}

function When({ draft, set }: Omit<CollectionFieldsProps, 'titles'>) {
  return (
    <div className="form-row">
      <ZonedTime
        label="Opens"
        zone={draft.zone}
        value={draft.from}
        seconds
        required
        onChange={(from) => set({ from })}
      />
      <ZonedTime
        label="Closes"
        zone={draft.zone}
        value={draft.until}
        seconds
        hint="Empty: it stays open."
        onChange={(until) => set({ until })}
      />
      <ZoneField value={draft.zone} onChange={(zone) => set({ zone })} />
    </div>
  )
}
