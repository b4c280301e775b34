import { Field } from '../../kit/field.tsx'

export interface SeasonDraft {
  name: string
  slug: string
  description: string
}

interface SeasonFieldsProps {
  draft: SeasonDraft
  set: (changes: Partial<SeasonDraft>) => void
}

export function SeasonFields({ draft, set }: SeasonFieldsProps) {
  return (
    <>
      <Field label="Name">
        <input
          required
          maxLength={120}
          placeholder="Season 4"
          value={draft.name}
          onChange={(event) => set({ name: event.target.value })}
        />
      </Field>
      <Field label="Address" hint="/seasons/…; made from the name when it is left empty.">
        <input
          maxLength={100}
          pattern="[a-z0-9]+(-[a-z0-9]+)*"
          title="Small letters, digits and single hyphens"
          value={draft.slug}
          onChange={(event) => set({ slug: event.target.value })}
        />
      </Field>
      <Field label="Description" hint="Stands on the season’s page. May stay empty.">
        <textarea
          maxLength={2000}
          value={draft.description}
          onChange={(event) => set({ description: event.target.value })}
        />
      </Field>
    </>
  )
}
