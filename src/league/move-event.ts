import type { Person } from '../people/public.ts'
import type { Write } from '../platform/log/write.ts'
import { events } from './event-port.ts'
import { heldUntil, type MatchBrief, type MatchRecord } from './match.ts'
import { wordsOf } from './match-result.ts'

/** What is said with the ended event: the score, unless it is still held back. */
const finalWords = (match: MatchBrief, now: Date): string =>
  heldUntil(match, now) ? '' : wordsOf(match.result, match.sides)

/** The event goes with its match: live when that starts, over when that ends, and back when either is taken back. */
export async function moveEvent(w: Write, person: Person, was: MatchRecord, is: MatchRecord): Promise<void> {
  const { eventId } = is
  if (eventId === null) return
  // Pressbox itself may tell of the past (the seed); for anybody else it happens now.
  const at = person.kind === 'system' ? (is.lastAt ?? undefined) : undefined
  const [before, after] = [was.result.phase, is.result.phase]
  const words = finalWords(is, w.now)
  if (before === 'ended' && after !== 'ended') await events().takeBack(w, person, eventId, 'end', at)
  if (before === 'scheduled' && after !== 'scheduled' && isPlayed(is))
    await events().start(w, person, eventId, at)
  if (before !== 'scheduled' && after === 'scheduled')
    await events().takeBack(w, person, eventId, 'start', at)
  if (before !== 'ended' && after === 'ended') await events().end(w, person, eventId, words, at)
  if (before === 'ended' && after === 'ended') await events().reword(w, person, eventId, words, at)
}

/** A match that is forfeited before its start was never on. */
const isPlayed = ({ log }: MatchRecord): boolean => log.some(({ fact }) => fact.kind === 'start')

/** What may be said of the result has changed with its reveal time. */
export async function rewordEvent(w: Write, person: Person, match: MatchBrief): Promise<void> {
  if (match.eventId === null || match.result.phase !== 'ended') return
  await events().reword(w, person, match.eventId, finalWords(match, w.now))
}
