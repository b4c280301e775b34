import type { Person } from '../people/public.ts'
import type { Source } from '../platform/db/database.ts'
import type { Reading } from '../platform/live/reading.ts'
import type { Write } from '../platform/log/write.ts'
import type { EventBrief } from './wire.ts'

/** What the league needs to know of an event that a match is tied to, and does to it. Bound in `wiring.ts`. */
export interface EventPort {
  /** No ruling is held back for longer than this. */
  longestDelayMs: number
  /** When readers get to know what happened at these instants: by the broadcast delays in force, order kept. */
  publicTimes(source: Source | Reading, eventId: string, instants: readonly Date[]): Promise<Date[]>
  /** The event as readers know it; null: there is none for them. Records what the answer depends on. */
  describe(reading: Reading, eventId: string): Promise<EventBrief | null>
  /** The event as the studio knows it, drafts too. */
  find(source: Source, eventId: string, now: Date): Promise<EventBrief | null>
  /** Goes live, unless it is on the air already. */
  start(w: Write, person: Person, eventId: string, at?: Date): Promise<void>
  /** Ends with these words, unless it is over already. */
  end(w: Write, person: Person, eventId: string, words: string, at?: Date): Promise<void>
  /** What was last done to it for the match is taken back: a start, an end. What its host did since stays. */
  takeBack(w: Write, person: Person, eventId: string, kind: 'start' | 'end', at?: Date): Promise<void>
  /** Changes its final words, if it has ended. */
  reword(w: Write, person: Person, eventId: string, words: string, at?: Date): Promise<void>
  /** What a host can tie a match to, best first. */
  choices(source: Source, text: string): Promise<{ id: string; title: string; detail: string }[]>
}
