import { audit, type Person, requireRight } from '../people/public.ts'
import { claimAddress } from '../platform/address-store.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { readTags, type StoredTag, updateTag as updateRow } from './tag-store.ts'
import { tagSubject } from './create-tag.ts'
import { indexLater } from './index-names.ts'
import { tagPath, tagTopic, slugOf } from './story.ts'
import { tagInputSchema, type TagInput } from './wire.ts'

/** Everything that shows the tag follows at once; an old address redirects. */
export async function updateTag(
  p: Platform,
  person: Person,
  id: string,
  basedOn: number,
  input: TagInput,
): Promise<StoredTag> {
  requireRight(person, 'tag.manage')
  const content = tagInputSchema.parse(input)
  return p.write(async (w) => {
    const [before] = await readTags(w, [id])
    if (!before) throw new Refusal('not-found', 'There is no such tag.')
    const slug = content.slug || slugOf(content.name, before.slug)
    const after = await updateRow(w, id, basedOn, { ...content, slug })
    if (!after)
      throw new Refusal('stale', 'Somebody changed this tag meanwhile. Compare the two, then save again.', {
        current: before,
        yours: input,
      })
    if (before.slug !== slug) await claimAddress(w, tagPath(slug), tagSubject(id))
    w.touch('tags', tagTopic(before.slug), tagTopic(slug), 'desk:tags', 'desk:stories')
    if (before.name !== after.name) await indexLater(p, w, { kind: 'tag', id })
    await audit(w, person, 'tag.update', tagSubject(id))
    return after
  })
}
