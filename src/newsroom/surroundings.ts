import { findClips, findPictures } from '../footage/public.ts'
import type { Reading } from '../platform/live/reading.ts'
import type { Platform } from '../platform/platform.ts'
import { type Document, momentsOf } from './document.ts'
import { picturesOf, type Surroundings } from './render-document.ts'

/**
 * The pictures of a document, the clips that its words refer to, and the places of its cards: each of these is a region of
 * its own, as each clip that stands in it, so that its change sends no text again.
 */
export const surroundingsOf = async (
  p: Platform,
  reading: Reading,
  document: Document,
): Promise<Surroundings> => ({
  pictures: await findPictures(reading, picturesOf(document)),
  clips: await findClips(
    reading,
    momentsOf(document).map(({ moment }) => moment.clip),
  ),
  card: (card) => p.cards.place(card),
})
