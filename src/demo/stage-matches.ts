import { findMatch, foldOf, updateMatch } from '../league/public.ts'
import { createEvent, type EventRecord, NewEvent } from '../live/public.ts'
import { SYSTEM } from '../people/public.ts'
import { brand } from './content/brand.ts'
import { matchNight } from './content/events.ts'
import { comingMatches, nextMatch, runningMatch } from './content/league.ts'
import { addMatch, playUpTo, RULED_BEFORE } from './sow-league.ts'
import type { Sower } from './sower.ts'

const NUMBERED = [nextMatch, ...comingMatches]

/** At every later start a match is on, and another waits for its host: those of last time, or new ones. */
export async function stageMatches(sower: Sower, next: EventRecord, start: Date): Promise<void> {
  await sower.note(
    'next-match',
    (await matchOf(sower, next)) ?? (await addMatch(sower, nextMatch.sides, next.details.startsAt, next.id)),
  )
  if (!(await isOver(sower, sower.idOf('running-match')))) return
  const { title, show, plannedMinutes, soonBeforeSeconds, announceBeforeSeconds, callToAction } = matchNight
  const event = await createEvent(
    sower.p,
    SYSTEM,
    NewEvent.parse({
      title,
      subtitle: 'The Long Count Trivia League - once more',
      plannedMinutes,
      showId: sower.idOf(`show:${show}`),
      start: {
        at: start.toISOString(),
        zone: brand.timeZone,
      },
      soonSeconds: soonBeforeSeconds,
      announceSeconds: announceBeforeSeconds,
      action: {
        label: callToAction.label,
        href: '/events',
      },
    }),
  )
  const id = await addMatch(sower, runningMatch.sides, start, event.id)
  await playUpTo(sower, id, RULED_BEFORE)
  await sower.note('running-match', id)
}

/** The match that is tied to the event, its start with it. */
async function matchOf(sower: Sower, event: EventRecord): Promise<string | null> {
  for (const { number } of NUMBERED) {
    const match = await findMatch(sower.p, sower.idOf(`match:${number}`))
    if (match?.eventId !== event.id) continue
    await updateMatch(sower.p, SYSTEM, match.id, match.revision, {
      start: { at: event.details.startsAt.toISOString(), zone: brand.timeZone },
    })
    return match.id
  }
  return null
}

async function isOver(sower: Sower, id: string): Promise<boolean> {
  const match = await findMatch(sower.p, id)
  return !match || foldOf(match).phase === 'ended'
}
