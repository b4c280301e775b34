import { PictureField } from '../../footage/studio/public.ts'
import { Check, Choice, Field } from '../../kit/field.tsx'
import { useMay } from '../../kit/studio-context.ts'
import type { StoryInput } from '../wire.ts'
import { AuthorDialog } from './author-dialog.tsx'
import { KIND_CHOICES } from './kinds.ts'
import { NamesField } from './names-field.tsx'
import { TagDialog } from './tag-dialog.tsx'
import { useAuthors, useTags } from './use-tags.ts'

interface StoryFieldsProps {
  content: StoryInput
  type: (changes: Partial<StoryInput>) => void
}

export function StoryFields({ content, type }: StoryFieldsProps) {
  const authors = useAuthors()
  const tags = useTags()
  const mayMakeAuthors = useMay('author.manage')
  const mayMakeTags = useMay('tag.manage')
  return (
    <section className="panel" aria-label="Details">
      <NamesField
        label="By"
        add="Add an author"
        choices={authors.data ?? []}
        value={content.authors}
        onChange={(ids) => type({ authors: ids })}
        making={
          mayMakeAuthors && {
            label: 'New author',
            dialog: (onSaved, onClose) => <AuthorDialog author={null} onSaved={onSaved} onClose={onClose} />,
          }
        }
      />
      <NamesField
        label="Tags"
        add="Add a tag"
        hint="The first one is the main tag."
        choices={tags.data ?? []}
        value={content.tags}
        onChange={(ids) => type({ tags: ids })}
        making={
          mayMakeTags && {
            label: 'New tag',
            dialog: (onSaved, onClose) => <TagDialog tag={null} onSaved={onSaved} onClose={onClose} />,
          }
        }
      />
      <PictureField label="Cover" value={content.cover} onChange={(cover) => type({ cover })} />
      <Choice label="Kind" value={content.kind} options={KIND_CHOICES} onChange={(kind) => type({ kind })} />
      {content.kind === 'sponsored' && (
        <Field label="Sponsor" hint="Readers see who paid.">
          <input
            required
            maxLength={120}
            value={content.sponsor}
            onChange={(event) => type({ sponsor: event.target.value })}
          />
        </Field>
      )}
      <Check
        label="Short take: in the rail of the front page"
        checked={content.shortTake}
        onChange={(shortTake) => type({ shortTake })}
      />
      <Field
        label="Address"
        hint="/stories/…; made from the headline when it is left empty. Old addresses lead on."
      >
        <input
          maxLength={100}
          value={content.slug}
          onChange={(event) =>
            type({
              slug: event.target.value
                .toLowerCase()
                .replaceAll(/[^a-z0-9]+/g, '-')
                .replace(/^-/, ''),
            })
          }
          onBlur={() => type({ slug: content.slug.replace(/-$/, '') })}
        />
      </Field>
    </section>
  )
}
