import { findPictures } from '../footage/public.ts'
import type { Reading } from '../platform/live/reading.ts'
import type { Platform } from '../platform/platform.ts'
import type { Document } from './document.ts'
import { picturesOf, type Surroundings } from './render-document.ts'

/** The pictures of a document, and the places of its cards: each is a region of its own, so that its change sends no text again. */
export const surroundingsOf = async (
  p: Platform,
  reading: Reading,
  document: Document,
): Promise<Surroundings> => ({
  pictures: await findPictures(reading, picturesOf(document)),
  card: (card) => p.cards.place(card),
})
