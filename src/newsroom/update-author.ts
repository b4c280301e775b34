import { audit, type Person, requireRight } from '../people/public.ts'
import { claimAddress } from '../platform/address-store.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { readAuthors, type StoredAuthor, updateAuthor as updateRow } from './author-store.ts'
import { authorSubject } from './create-author.ts'
import { indexLater } from './index-names.ts'
import { authorPath, authorTopic, slugOf } from './story.ts'
import { authorInputSchema, type AuthorInput } from './wire.ts'

/** Everything that shows the author follows at once; an old address redirects. */
export async function updateAuthor(
  p: Platform,
  person: Person,
  id: string,
  basedOn: number,
  input: AuthorInput,
): Promise<StoredAuthor> {
  requireRight(person, 'author.manage')
  const content = authorInputSchema.parse(input)
  return p.write(async (w) => {
    const [before] = await readAuthors(w, [id])
    if (!before) throw new Refusal('not-found', 'There is no such author.')
    const slug = content.slug || slugOf(content.name, before.slug)
    const after = await updateRow(w, id, basedOn, { ...content, slug })
    if (!after)
      throw new Refusal(
        'stale',
        'Somebody changed this author meanwhile. Compare the two, then save again.',
        {
          current: before,
          yours: input,
        },
      )
    if (before.slug !== slug) await claimAddress(w, authorPath(slug), authorSubject(id))
    w.touch('authors', authorTopic(before.slug), authorTopic(slug), 'desk:authors', 'desk:stories')
    if (before.name !== after.name) await indexLater(p, w, { kind: 'author', id })
    await audit(w, person, 'author.update', authorSubject(id))
    return after
  })
}
