import { fromWallClock, toWallClock } from '../../kit/zones.ts'
import type { DeskMatchJson, DeskSeasonJson, Lineup, MatchChange, NewMatch, RosterSide } from '../wire.ts'

/** A match as its form holds it: what people type. */
export interface MatchDraft {
  sides: [string, string]
  /** Empty: the next of the season. */
  number: string
  slug: string
  wall: string
  zone: string
  lineups: [Lineup, Lineup]
  eventId: string
  draft: boolean
}

const HOUR_MS = 3_600_000

export function newMatchDraft({ sides, ruleset }: DeskSeasonJson, now: number, zone: string): MatchDraft {
  const [first, second] = sides
  return {
    sides: [first?.id ?? '', second?.id ?? ''],
    number: '',
    slug: '',
    wall: toWallClock(Math.ceil((now + HOUR_MS) / HOUR_MS) * HOUR_MS, zone),
    zone,
    lineups: [lineupOf(first, ruleset.players), lineupOf(second, ruleset.players)],
    eventId: '',
    draft: false,
  }
}

/** The roster, as far as the rules have places: first those who are not on its bench. */
export function lineupOf(side: RosterSide | undefined, places: { active: number; bench: number }): Lineup {
  const players = side?.players ?? []
  const first = players.filter(({ bench }) => !bench).map(({ id }) => id)
  const active = first.slice(0, places.active)
  const rest = [...first.slice(places.active), ...players.filter(({ bench }) => bench).map(({ id }) => id)]
  return { active, bench: rest.slice(0, places.bench) }
}

export const matchDraftOf = (match: DeskMatchJson): MatchDraft => ({
  sides: [match.sides[0].id, match.sides[1].id],
  number: String(match.number),
  slug: match.slug,
  wall: toWallClock(match.scheduledAt, match.zone),
  zone: match.zone,
  lineups: [lineupIn(match, 0), lineupIn(match, 1)],
  eventId: match.eventId ?? '',
  draft: match.draft,
})

const lineupIn = ({ sides }: DeskMatchJson, place: 0 | 1): Lineup => ({
  active: sides[place].active.map(({ id }) => id),
  bench: sides[place].bench.map(({ id }) => id),
})

/** What keeps it from being saved; null: nothing. */
export function problemOfDraft({ sides, wall, zone }: MatchDraft): string | null {
  if (sides[0] === '' || sides[1] === '') return 'Choose both sides.'
  if (sides[0] === sides[1]) return 'A side cannot play against itself.'
  return fromWallClock(wall, zone) === null ? 'Choose a time.' : null
}

const startOf = ({ wall, zone }: MatchDraft) => ({ wall: wall.slice(0, 16), zone })

export const toNewMatch = (draft: MatchDraft, seasonId: string): NewMatch => ({
  seasonId,
  sides: draft.sides,
  ...(draft.number !== '' && { number: Number(draft.number) }),
  ...(draft.slug !== '' && { slug: draft.slug }),
  start: startOf(draft),
  lineups: draft.lineups,
  eventId: draft.eventId === '' ? null : draft.eventId,
  draft: draft.draft,
})

/** Only what was changed is sent: a match that has begun takes no other sides, not even the same. */
export function toMatchChange(draft: MatchDraft, match: DeskMatchJson): MatchChange {
  const before = matchDraftOf(match)
  const changed = (name: keyof MatchDraft): boolean =>
    JSON.stringify(draft[name]) !== JSON.stringify(before[name])
  return {
    ...(changed('sides') && { sides: draft.sides }),
    ...(changed('number') && draft.number !== '' && { number: Number(draft.number) }),
    ...(changed('slug') && draft.slug !== '' && { slug: draft.slug }),
    ...((changed('wall') || changed('zone')) && { start: startOf(draft) }),
    ...(changed('lineups') && { lineups: draft.lineups }),
    ...(changed('eventId') && { eventId: draft.eventId === '' ? null : draft.eventId }),
    ...(changed('draft') && { draft: draft.draft }),
  }
}
