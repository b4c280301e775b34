import { randomBytes } from 'node:crypto'
import { audit, type Person, requireRight } from '../people/public.ts'
import { claimAddress } from '../platform/address-store.ts'
import type { Platform } from '../platform/platform.ts'
import { resolveStart } from '../platform/resolve-start.ts'
import { freeSlug, slugOf } from '../platform/slug.ts'
import { matchPath, type MatchRecord, matchSubject, titleOf, topicsAround } from './match.ts'
import { resultOf } from './match-result.ts'
import { findMatch, insertMatch, isMatchSlugTaken, nextNumber } from './match-store.ts'
import { lineupsOf, requireEvent, requireSides } from './match-writing.ts'
import { scheduleReveal } from './reveal-results.ts'
import { foldMatch } from './scoring.ts'
import { requireSeason } from './season-store.ts'
import type { NewMatch } from './wire.ts'

export async function createMatch(p: Platform, person: Person, input: NewMatch): Promise<MatchRecord> {
  requireRight(person, 'league.manage')
  const { startsAt, zone } = resolveStart(input.start)
  return p.write(async (w) => {
    const season = await requireSeason(w, input.seasonId)
    const sides = await requireSides(w, season.id, input.sides)
    const lineups = lineupsOf(sides, season.ruleset, input.lineups)
    const eventId = input.eventId ?? null
    await requireEvent(w, eventId)
    const number = input.number ?? (await nextNumber(w, season.id))
    const wish = slugOf(`${titleOf({ sides })} ${number}`, 'match')
    const details = {
      seasonId: season.id,
      slug: input.slug ?? (await freeSlug(wish, (taken) => isMatchSlugTaken(w, taken))),
      number,
      sides: input.sides,
      scheduledAt: startsAt,
      zone,
      lineups,
      eventId,
      revealAt: input.revealAt ? new Date(input.revealAt) : null,
      draft: input.draft ?? false,
    }
    const secret = randomBytes(32).toString('base64url')
    const id = await insertMatch(w, details, secret, resultOf(foldMatch(season.ruleset, input.sides, [])))
    if (!details.draft) await claimAddress(w, matchPath(details), matchSubject({ id }))
    const match = await findMatch(w, id)
    if (!match) throw new Error(`The match ${id} is not there although it was just made.`)
    w.touch(...topicsAround(match))
    await scheduleReveal(p, w, { matchId: id }, match.revealAt, topicsAround(match))
    await audit(w, person, 'match.create', matchSubject(match), { title: titleOf(match), draft: match.draft })
    return match
  })
}
