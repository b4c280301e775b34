/** A match's log, and what it folds to. */
import { z } from 'zod'
import { instant, text } from './wire-parts.ts'

/** `void`: the question is thrown out. `bonus`: who won the bonus question, with its points. */
export const Ruling = z.enum(['correct', 'steal', 'wrong', 'bonus', 'void'])
export type Ruling = z.infer<typeof Ruling>

/** A player's part in an answer, in sixths: 6 is the whole of it, 3 a half, 2 a third. */
export const Credit = z.strictObject({ player: z.uuid(), sixths: z.int().min(1).max(6) })
export type Credit = z.infer<typeof Credit>

const reason = text(300).default('')
const credits = z.array(Credit).max(6).default([])
const bonusPoints = z.int().min(0).max(50).nullable().default(null)
/** Made by the client; the same fact sent again is counted once. */
const id = z.uuid()

/** What a host tells of a match. `at` and `seq` are the server's. */
export const NewFact = z.discriminatedUnion('kind', [
  z.strictObject({ id, kind: z.literal('start') }),
  z.strictObject({
    id,
    kind: z.literal('rule'),
    /** In the order of play, from 1; bonus, overtime and sudden-death rounds count on. */
    round: z.int().min(1).max(200),
    /** Whose question it was (of a bonus question: who won it); also where the other side steals. */
    side: z.uuid(),
    ruling: Ruling,
    /** The players of the side that scored. */
    credits,
    points: bonusPoints,
  }),
  z.strictObject({ id, kind: z.literal('double'), round: z.int().min(1).max(200) }),
  /** Takes back the last fact that still counts, which `target` names. */
  z.strictObject({ id, kind: z.literal('undo'), target: z.uuid() }),
  /** Takes back an undo, which `target` names. */
  z.strictObject({ id, kind: z.literal('redo'), target: z.uuid() }),
  /** Replaces the ruling of an earlier `rule`, in the match or after it. `side`: who won a bonus question. */
  z.strictObject({
    id,
    kind: z.literal('amend'),
    target: z.uuid(),
    ruling: Ruling,
    side: z.uuid().nullable().default(null),
    credits,
    points: bonusPoints,
    reason,
  }),
  /** The next period begins: overtime, or after it sudden death. */
  z.strictObject({ id, kind: z.literal('overtime') }),
  z.strictObject({ id, kind: z.literal('end') }),
  z.strictObject({ id, kind: z.literal('reopen'), reason }),
  /** `side` does not play (on): the other wins. */
  z.strictObject({ id, kind: z.literal('forfeit'), side: z.uuid(), reason }),
  /** The match is broken off and counts for nothing. */
  z.strictObject({ id, kind: z.literal('void'), reason }),
])
export type NewFact = z.output<typeof NewFact>
export type NewFactInput = z.input<typeof NewFact>
export type FactKind = NewFact['kind']

/** `base`: the `head` that the first of these facts was made on. Refused as stale (412) with `current` if others came between that matter. */
export const FactBatch = z.strictObject({
  base: z.int().min(0).max(1_000_000),
  facts: z.array(NewFact).min(1).max(200),
})
export type FactBatch = z.output<typeof FactBatch>
export type FactBatchInput = z.input<typeof FactBatch>

export const FactJson = z.object({
  seq: z.int(),
  at: instant,
  /** Person id; null: Pressbox itself. */
  by: z.string().nullable(),
  /** When readers see it, or saw it. */
  publicAt: instant,
  /** Whether it counts: it was not taken back. */
  stands: z.boolean(),
  fact: NewFact,
})
export type FactJson = z.infer<typeof FactJson>

// ---- What a match's log folds to -----------------------------------------------------------------------------------

/** [first side, second side], as in the match's `sides`. */
export const Pair = z.tuple([z.number(), z.number()])
export type Pair = z.infer<typeof Pair>

export const RoundKind = z.enum(['plain', 'niche', 'bonus', 'overtime', 'sudden-death'])
export type RoundKind = z.infer<typeof RoundKind>

export const QuestionState = z.object({
  /** Whose question; null: both sides' (bonus). */
  side: z.uuid().nullable(),
  /** The `rule` fact to amend; null: not ruled yet. */
  factId: z.uuid().nullable(),
  ruling: Ruling.nullable(),
  /** Who won a bonus question. */
  wonBy: z.uuid().nullable(),
  /** What it brought each side. */
  points: Pair,
  credits: z.array(Credit),
  amended: z.boolean(),
})
export type QuestionState = z.infer<typeof QuestionState>

export const RoundState = z.object({
  round: z.int(),
  kind: RoundKind,
  /** "1" … "12", "Bonus", "OT", "OT 2", "SD 1": what people call it. */
  label: z.string(),
  double: z.boolean(),
  /** In the order they are asked. */
  questions: z.array(QuestionState),
  points: Pair,
})
export type RoundState = z.infer<typeof RoundState>

/** The question that is on now, and how it may be ruled. */
export const Turn = z.object({
  round: z.int(),
  kind: RoundKind,
  label: z.string(),
  double: z.boolean(),
  /** null: both sides' (bonus). */
  side: z.uuid().nullable(),
  rulings: z.array(Ruling),
  /** The range of a bonus question's points. */
  bonus: z.object({ min: z.int(), max: z.int() }).nullable(),
})
export type Turn = z.infer<typeof Turn>

export const Outcome = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('win'),
    winner: z.uuid(),
    loser: z.uuid(),
    how: z.enum(['rounds', 'overtime', 'forfeit']),
  }),
  z.object({ kind: z.literal('draw') }),
  z.object({ kind: z.literal('void') }),
  /** Ended, but a correction has left it level or unfinished: it counts for nothing until it is reopened and played out. */
  z.object({ kind: z.literal('undecided') }),
])
export type Outcome = z.infer<typeof Outcome>

export const PlayerTotal = z.object({
  player: z.uuid(),
  side: z.uuid(),
  /** Answers in which they had a part, and those parts in sixths. */
  answers: z.int(),
  answerSixths: z.int(),
  steals: z.int(),
  /** Points by their parts, in sixths: 15 is 2½. */
  pointSixths: z.int(),
})
export type PlayerTotal = z.infer<typeof PlayerTotal>

export const SideTotal = z.object({
  side: z.uuid(),
  points: z.int(),
  correct: z.int(),
  wrong: z.int(),
  steals: z.int(),
})
export type SideTotal = z.infer<typeof SideTotal>

/** What may be done now, besides ruling the turn. */
export const Allowed = z.object({
  start: z.boolean(),
  /** Rounds that may still be made the double. */
  double: z.array(z.int()),
  overtime: z.enum(['overtime', 'sudden-death']).nullable(),
  end: z.boolean(),
  reopen: z.boolean(),
  /** Forfeit, void. */
  breakOff: z.boolean(),
  /** The facts that `undo` and `redo` take as their target. */
  undo: z.uuid().nullable(),
  redo: z.uuid().nullable(),
})
export type Allowed = z.infer<typeof Allowed>

/** `level`: all is played and overtime or sudden death can begin; `decided`: all is played, only the end has to be said. */
export const MatchPhase = z.enum(['scheduled', 'playing', 'level', 'decided', 'ended'])
export type MatchPhase = z.infer<typeof MatchPhase>

export const MatchState = z.object({
  phase: MatchPhase,
  sides: z.tuple([SideTotal, SideTotal]),
  /** Every round of the periods that have begun, ruled or not. */
  rounds: z.array(RoundState),
  turn: Turn.nullable(),
  /** Side that leads; null: level. */
  leader: z.uuid().nullable(),
  /** Once ended. */
  outcome: Outcome.nullable(),
  players: z.array(PlayerTotal),
  allowed: Allowed,
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  /** Rulings that a correction has put out of the match: overtime that would not have been played. They count for nothing. */
  moot: z.int(),
})
export type MatchState = z.infer<typeof MatchState>
