import type { CardChoice, CardKind } from '../platform/live/cards.ts'
import { isId, type MatchBrief, subtitleOf, titleOf } from './match.ts'
import { findMatchBrief, searchMatches } from './match-store.ts'

const CHOICES = 12

const choiceOf = (match: MatchBrief): CardChoice => ({
  module: 'league',
  id: match.id,
  title: titleOf(match),
  detail: subtitleOf(match),
})

/** Matches within stories. */
export const matchCards: CardKind = {
  regionOf: (id) => `match:${id}/card`,
  exists: async (source, id) => isId(id) && (await findMatchBrief(source, id)) !== undefined,
  // An id stands in the card that an editor has already put in.
  choices: async (source, text) => {
    const one = isId(text) ? await findMatchBrief(source, text) : undefined
    return (one ? [one] : await searchMatches(source, text, CHOICES)).map(choiceOf)
  },
}
