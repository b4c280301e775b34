import { audit, type Person, requireRight } from '../people/public.ts'
import { claimAddress, retireAddresses } from '../platform/address-store.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Write } from '../platform/log/write.ts'
import type { Platform } from '../platform/platform.ts'
import { resolveStart } from '../platform/resolve-start.ts'
import { type MatchBrief, matchPath, type MatchRecord, matchSubject, sidesOf, topicsAround } from './match.ts'
import { toDeskMatch } from './match-json.ts'
import { type MatchDetails, requireMatch, saveMatch } from './match-store.ts'
import { lineupsOf, requireEvent, requireSides } from './match-writing.ts'
import type { MatchChange } from './wire.ts'

/** Changes what is said of a match beside its log. Its sides and its event stay as they are once it has begun. */
export async function updateMatch(
  p: Platform,
  person: Person,
  id: string,
  basedOn: number,
  change: MatchChange,
): Promise<MatchRecord> {
  requireRight(person, 'league.manage')
  return p.write(async (w) => {
    const match = await requireMatch(w, id)
    if (match.revision !== basedOn) throw await staleMatch(w, match)
    requireChangeable(match, change)
    if (change.eventId !== undefined) await requireEvent(w, change.eventId)
    await saveMatch(w, id, { ...detailsOf(match), ...(await detailsIn(w, match, change)) })
    const saved = await requireMatch(w, id)
    w.touch(...topicsAround(match), ...topicsAround(saved))
    await moveAddress(w, match, saved)
    await audit(w, person, 'match.update', matchSubject(match), { fields: Object.keys(change) })
    return saved
  })
}

export async function staleMatch(w: Write, match: MatchRecord): Promise<Refusal> {
  return new Refusal(
    'stale',
    'Somebody else has changed this match. Look at their version, then save again.',
    {
      current: await toDeskMatch(w, match, w.now),
    },
  )
}

function requireChangeable({ head, sides }: MatchRecord, { sides: wish, eventId, draft }: MatchChange): void {
  if (head === 0) return
  const sameSides = wish === undefined || wish.every((id, i) => id === sides[i]?.id)
  if (!sameSides) throw new Refusal('conflict', 'This match has begun: its sides cannot be changed any more.')
  if (eventId !== undefined)
    throw new Refusal('conflict', 'This match has begun: its event cannot be changed any more.')
  if (draft) throw new Refusal('conflict', 'This match has begun and cannot be a draft again.')
}

export const detailsOf = (match: MatchBrief): MatchDetails => ({
  seasonId: match.season.id,
  slug: match.slug,
  number: match.number,
  sides: sidesOf(match),
  scheduledAt: match.scheduledAt,
  zone: match.zone,
  lineups: match.lineups,
  eventId: match.eventId,
  revealAt: match.revealAt,
  draft: match.draft,
})

async function detailsIn(w: Write, match: MatchRecord, change: MatchChange): Promise<Partial<MatchDetails>> {
  const sides = change.sides ?? sidesOf(match)
  const moved = change.sides !== undefined && sidesOf(match).some((id, i) => id !== change.sides?.[i])
  const relined = change.lineups !== undefined || moved
  const start = change.start && resolveStart(change.start)
  return {
    ...(change.slug !== undefined && { slug: change.slug }),
    ...(change.number !== undefined && { number: change.number }),
    ...(change.eventId !== undefined && { eventId: change.eventId }),
    ...(change.draft !== undefined && { draft: change.draft }),
    ...(start && { scheduledAt: start.startsAt, zone: start.zone }),
    ...(relined && {
      sides,
      lineups: lineupsOf(await requireSides(w, match.season.id, sides), match.ruleset, change.lineups),
    }),
  }
}

async function moveAddress(w: Write, was: MatchRecord, is: MatchRecord): Promise<void> {
  if (is.draft && !was.draft) await retireAddresses(w, matchSubject(is))
  if (!is.draft && (was.draft || was.slug !== is.slug)) await claimAddress(w, matchPath(is), matchSubject(is))
}
