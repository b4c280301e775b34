import { findPictures } from '../footage/public.ts'
import { type Html, nothing } from '../platform/html.ts'
import type { Reading } from '../platform/live/reading.ts'
import type { Platform } from '../platform/platform.ts'
import type { BlockOf, Document } from './document.ts'
import { picturesOf, type Surroundings } from './render-document.ts'

/** The pictures and cards of a document that is shown inside a region: the cards change with it, since it is made from what they are. */
export async function surroundingsOf(
  p: Platform,
  reading: Reading,
  document: Document,
): Promise<Surroundings> {
  const pictures = await findPictures(reading, picturesOf(document))
  const cards = new Map<string, Html>()
  for (const { module, ref } of document.blocks.filter(
    (block): block is BlockOf<'card'> => block.type === 'card',
  )) {
    const key = p.cards.regionOf({ module, id: ref })
    const shown = key === null ? null : await p.regionKinds.renderWithin(key, reading)
    if (shown) cards.set(`${module}:${ref}`, shown)
  }
  return { pictures, card: ({ module, id }) => cards.get(`${module}:${id}`) ?? nothing }
}
