import { audit, type Person, requireRight } from '../people/public.ts'
import { claimAddress } from '../platform/address-store.ts'
import type { Platform } from '../platform/platform.ts'
import { freeSlug, slugOf } from '../platform/slug.ts'
import { scheduleReveal } from './reveal-results.ts'
import { TWELVE_ROUNDS } from './ruleset.ts'
import { seasonPath, type SeasonRecord, seasonSubject, topicsOfSeason } from './season.ts'
import { insertSeason, isSeasonSlugTaken } from './season-store.ts'
import type { NewSeason } from './wire.ts'

export async function createSeason(p: Platform, person: Person, input: NewSeason): Promise<SeasonRecord> {
  requireRight(person, 'league.manage')
  return p.write(async (w) => {
    const slug =
      input.slug ?? (await freeSlug(slugOf(input.name, 'season'), (taken) => isSeasonSlugTaken(w, taken)))
    const season = await insertSeason(w, {
      slug,
      name: input.name,
      description: input.description ?? '',
      ruleset: input.ruleset ?? TWELVE_ROUNDS,
      revealAt: input.revealAt ? new Date(input.revealAt) : null,
    })
    await claimAddress(w, seasonPath(season), seasonSubject(season))
    w.touch(...topicsOfSeason(season))
    await scheduleReveal(p, w, { seasonId: season.id }, season.revealAt, topicsOfSeason(season))
    await audit(w, person, 'season.create', seasonSubject(season), { name: season.name })
    return season
  })
}
