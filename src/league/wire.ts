/*
 * The JSON of the league's doors, and what its pages, regions and screens are given.
 *
 * Readers' views, from `read-matches.ts` and `read-seasons.ts` (they record topics and instants on the reading):
 *   readMatchForReaders(reading, idOrSlug): Promise<PublicMatchJson | null>
 *   readMatchForProducer(reading, id): Promise<PublicMatchJson | null>          nothing held back: the door asks for the key
 *   readSeasonForReaders(reading, idOrSlug): Promise<PublicSeasonJson | null>
 *   listSeasonsForReaders(reading): Promise<SeasonLine[]>
 *   listMatchesForReaders(reading, state, limit): Promise<MatchLine[]>
 *   scoreOfEvent(reading, eventId): Promise<ScoreOfEvent | null>
 *
 * In a browser, from `scoring.ts` (pure, no zod): foldMatch(rules, sides, entries): MatchState, problemOf(fact, …): string | null.
 *
 * Doors: GET /api/v1/seasons · /api/v1/seasons/:id · /api/v1/matches?state= · /api/v1/matches/:id (readers, by id or slug)
 *   GET /api/v1/desk/seasons · /desk/seasons/:id · /desk/matches?season= · /desk/matches/:id · /desk/sides · /desk/players?q= · /desk/match-events?q=
 *   POST /api/v1/seasons · PATCH /seasons/:id (If-Match) · PUT /seasons/:id/reveal · PUT, DELETE /seasons/:id/sides/:side (roster)
 *   POST /api/v1/sides · PATCH /sides/:id (If-Match) · POST /api/v1/players · PATCH /players/:id (If-Match)
 *   POST /api/v1/matches · PATCH, DELETE /matches/:id (If-Match) · PUT /matches/:id/reveal
 *   POST /api/v1/matches/:id/facts {base, facts} → DeskMatchJson: start, rulings, undo, end: everything that is done at the console
 */
export * from './wire-log.ts'
export * from './wire-matches.ts'
export * from './wire-seasons.ts'
