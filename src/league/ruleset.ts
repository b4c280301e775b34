import { z } from 'zod'

const points = z.int().min(-20).max(20)

/** What an answer brings: to the side that was asked, or by a steal to the other. */
export const AnswerPoints = z.strictObject({ correct: points, steal: points, wrong: points })
export type AnswerPoints = z.infer<typeof AnswerPoints>

/** What decides between sides that are level on table points, in the order of the season. */
export const TieBreak = z.enum([
  'wins',
  'head-to-head',
  'difference',
  'average',
  'scored',
  'steals',
  'fewest-losses',
])
export type TieBreak = z.infer<typeof TieBreak>

const PERIOD = { points: AnswerPoints, steals: z.boolean() }

/** The rules of a season's matches, as data. A match copies them at its start and keeps its copy. */
export const Ruleset = z
  .strictObject({
    name: z.string().trim().min(1).max(60),
    /** In each of them either side gets a question of its own. */
    rounds: z.int().min(1).max(40),
    /** `same`: the first side begins each round; `alternate`: the sides take turns to begin. */
    first: z.enum(['same', 'alternate']),
    points: AnswerPoints,
    /** Whether a missed question may be taken by the other side. */
    steals: z.boolean(),
    /** One round, chosen before its first answer, counts so many times. */
    double: z.strictObject({ factor: z.int().min(2).max(5), stealable: z.boolean() }).nullable(),
    /** A round whose category belongs to the side that is asked. */
    niche: z.strictObject({ round: z.int().min(1).max(40), ...PERIOD }).nullable(),
    /** One question with several answers, to both sides; one of them wins it. Played after that round. */
    bonus: z
      .strictObject({
        after: z.int().min(1).max(40),
        min: z.int().min(0).max(50),
        max: z.int().min(1).max(50),
      })
      .nullable(),
    players: z.strictObject({ active: z.int().min(1).max(12), bench: z.int().min(0).max(12) }),
    /** Level after all rounds: so many rounds more, all of them played. */
    overtime: z.strictObject({ rounds: z.int().min(1).max(12), ...PERIOD }).nullable(),
    /** Still level: round by round until one side is ahead at the end of one. */
    suddenDeath: z.strictObject(PERIOD).nullable(),
    /** Whether a match may end level. */
    draws: z.boolean(),
    /** What a result is worth in the table. */
    table: z.strictObject({
      win: points,
      overtimeWin: points,
      overtimeLoss: points,
      loss: points,
      draw: points,
    }),
    tieBreaks: z.array(TieBreak).max(7),
  })
  .superRefine((rules, context) => {
    const refuse = (at: string, message: string) => context.addIssue({ code: 'custom', path: [at], message })
    if (rules.niche && rules.niche.round > rules.rounds) refuse('niche', 'has a round after the last one')
    if (rules.bonus && rules.bonus.after > rules.rounds)
      refuse('bonus', 'comes after a round that is not played')
    if (rules.bonus && rules.bonus.min > rules.bonus.max) refuse('bonus', 'has a least above its most')
    if (!rules.draws && !rules.suddenDeath) refuse('suddenDeath', 'is needed where no match may end level')
    if (new Set(rules.tieBreaks).size < rules.tieBreaks.length) refuse('tieBreaks', 'has one of them twice')
  })
export type Ruleset = z.infer<typeof Ruleset>

const ONE_EACH: AnswerPoints = { correct: 1, steal: 1, wrong: 0 }

/** The one preset: two sides, twelve rounds, a question each. */
export const TWELVE_ROUNDS: Ruleset = {
  name: 'Twelve Rounds',
  rounds: 12,
  first: 'alternate',
  points: ONE_EACH,
  steals: true,
  double: { factor: 2, stealable: true },
  niche: { round: 6, points: ONE_EACH, steals: false },
  bonus: { after: 12, min: 0, max: 3 },
  players: { active: 3, bench: 2 },
  overtime: { rounds: 1, points: ONE_EACH, steals: true },
  suddenDeath: { points: ONE_EACH, steals: false },
  draws: false,
  table: { win: 2, overtimeWin: 2, overtimeLoss: 1, loss: 0, draw: 1 },
  tieBreaks: ['wins', 'head-to-head', 'difference', 'scored', 'steals'],
}
