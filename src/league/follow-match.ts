import type { Write } from '../platform/log/write.ts'
import { heldUntil, type MatchRecord, topicsAround, topicsOfMatch } from './match.ts'
import { findMatchOfEvent } from './match-store.ts'
import { timedLog } from './public-times.ts'

/** Has everything that shows the match follow what was told of it: the studio now, readers when they get to know it. */
export async function followMatch(w: Write, was: MatchRecord, is: MatchRecord): Promise<void> {
  const topics = changesTables(was, is) ? topicsAround(is) : topicsOfMatch(is)
  w.touch(...topics)
  await scheduleTrail(w, is, topics)
}

/** While it is played a ruling moves its own score alone; its start, its end and what is corrected later moves more. */
const changesTables = ({ result: was }: MatchRecord, { result: is }: MatchRecord): boolean =>
  was.phase === 'scheduled' || is.phase === 'scheduled' || was.phase === 'ended' || is.phase === 'ended'

async function scheduleTrail(w: Write, match: MatchRecord, topics: readonly string[]): Promise<void> {
  const trailing = (await timedLog(w, match)).filter(({ publicAt }) => publicAt > w.now)
  const instants = new Map(trailing.map(({ publicAt }) => [publicAt.getTime(), publicAt]))
  for (const at of instants.values()) w.schedule(at, ...topics)
  const reveal = heldUntil(match, w.now)
  if (reveal && trailing.length > 0) w.schedule(reveal, ...topicsAround(match))
}

/** The delay of its event was changed: what is held back becomes public at other instants. */
export async function followEvent(w: Write, eventId: string): Promise<void> {
  const match = await findMatchOfEvent(w, eventId)
  if (!match) return
  const topics = topicsAround(match)
  w.touch(...topics)
  await scheduleTrail(w, match, topics)
}
