import { randomUUID } from 'node:crypto'
import { type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import type { MatchRecord } from './match.ts'
import { recordFacts } from './record-facts.ts'
import { findMatch } from './match-store.ts'
import { NewFact, type NewFactInput } from './wire.ts'

type Told = NewFactInput extends infer F ? (F extends { id: string } ? Omit<F, 'id'> : never) : never

/** Tells one thing of a match as it is now, without a console: for programs and the seed. */
export async function ruleMatch(
  p: Platform,
  person: Person,
  id: string,
  told: Told,
  at?: Date,
): Promise<MatchRecord> {
  requireRight(person, 'match.rule')
  const base = (await findMatch(p, id))?.head ?? 0
  const fact = NewFact.parse({ id: randomUUID(), ...told })
  return recordFacts(p, person, id, { base, facts: [fact] }, at)
}
