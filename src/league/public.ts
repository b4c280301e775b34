import type { Person } from '../people/public.ts'
import type { BarePage } from '../platform/http/page.ts'
import type { Module } from '../platform/module.ts'
import type { Platform } from '../platform/platform.ts'
import { leagueEndpoints } from './api.ts'
import { bindEvents } from './event-port.ts'
import { leagueForReaders } from './for-readers.ts'
import type { EventPort } from './ports.ts'
import { revealJobs } from './reveal-results.ts'

export { createMatch } from './create-match.ts'
export { createPlayer } from './create-player.ts'
export { createSeason } from './create-season.ts'
export { createSide } from './create-side.ts'
export { followEvent } from './follow-match.ts'
export { foldOf, matchPath, type MatchRecord } from './match.ts'
export { findMatch, findMatchBySlug } from './match-store.ts'
export { scoreOfEvent } from './read-matches.ts'
export { readLeaguePaths } from './read-paths.ts'
export { rebuildResults } from './rebuild-results.ts'
export { recordFacts } from './record-facts.ts'
export { ruleMatch } from './rule-match.ts'
export { findSeasonBySlug } from './season-store.ts'
export { setRoster } from './set-roster.ts'
export { updateMatch } from './update-match.ts'
export { NewFact, type ScoreOfEvent } from './wire.ts'

/** `events`: the module that has the events which matches are played at. */
export function leagueModule(p: Platform, events: EventPort, barePage: BarePage): Module<Person> {
  bindEvents(events)
  const readers = leagueForReaders(p, barePage)
  const endpoints = [...leagueEndpoints(p), ...readers.endpoints]
  return { name: 'league', ...readers, endpoints, jobs: revealJobs(p) }
}
