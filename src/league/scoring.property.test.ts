import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publicDeeds, publicFold, type TimedEntry } from './public-log.ts'
import { foldMatch } from './scoring.ts'
import { A, ANN, at, B, BEA, LogBook, SIDES, type Told } from './test-log.ts'
import type { MatchState, QuestionState } from './wire.ts'

/** What a host with these whims tells next, out of what may be told now. */
function choose(state: MatchState, whim: number, book: LogBook): Told | null {
  const { allowed, turn, rounds } = state
  const ruled = rounds.flatMap(({ questions }) => questions).filter(({ factId }) => factId !== null)
  const options: Told[] = []
  if (allowed.start) options.push({ kind: 'start' })
  if (turn)
    for (const ruling of turn.rulings)
      options.push({
        kind: 'rule',
        round: turn.round,
        side: turn.side ?? (whim % 2 ? A : B),
        ruling,
        points: ruling === 'bonus' ? whim % 4 : null,
        credits: creditsFor(turn.side ?? (whim % 2 ? A : B), ruling, whim),
      })
  if (allowed.double.length > 0)
    options.push({ kind: 'double', round: allowed.double[whim % allowed.double.length] ?? 1 })
  if (allowed.overtime) options.push({ kind: 'overtime' })
  if (allowed.end) options.push({ kind: 'end' })
  if (allowed.reopen) options.push({ kind: 'reopen' })
  if (allowed.undo) options.push({ kind: 'undo', target: allowed.undo })
  if (allowed.redo) options.push({ kind: 'redo', target: allowed.redo })
  const question = ruled[whim % Math.max(ruled.length, 1)]
  if (question?.factId && question.side)
    options.push({ kind: 'amend', target: question.factId, ruling: whim % 2 ? 'correct' : 'wrong' })
  const told = options[Math.floor(whim / 7) % Math.max(options.length, 1)] ?? null
  return told && book.problem(told) === null ? told : null
}

function creditsFor(side: string, ruling: QuestionState['ruling'], whim: number) {
  if (ruling === 'wrong' || ruling === 'void' || whim % 3 === 0) return []
  const first = (side === A) !== (ruling === 'steal')
  return [{ player: first ? ANN : BEA, sixths: (whim % 6) + 1 }]
}

const whims = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 90 })

function bookOf(all: readonly number[]): LogBook {
  const book = new LogBook()
  let second = 0
  for (const whim of all) {
    const told = choose(book.state, whim, book)
    second += whim % 5
    if (told) book.tell(told, second)
  }
  return book
}

/** Without what depends on the log's history. */
const score = ({ sides, rounds, players, outcome, phase }: MatchState) =>
  JSON.stringify({
    sides,
    players,
    outcome,
    phase,
    rounds: rounds.map(({ questions, ...round }) => ({
      ...round,
      questions: questions.map(({ amended: _amended, ...question }) => question),
    })),
  })

const RUNS = { numRuns: 300 }

describe('however a match is ruled', () => {
  it('its totals are the sums of its parts, in whole numbers', () => {
    fc.assert(
      fc.property(whims, (all) => {
        const { sides, rounds, players } = bookOf(all).state
        for (const place of [0, 1] as const) {
          const sum = rounds.reduce((total, { points }) => total + points[place], 0)
          expect(sides[place].points).toBe(sum)
          expect(Number.isInteger(sum)).toBe(true)
          const credited = players.filter(({ side }) => side === sides[place].side)
          const points = credited.reduce((total, { pointSixths }) => total + pointSixths, 0)
          expect(points).toBeLessThanOrEqual(sum * 6)
        }
        expect(sides[0].steals).toBeLessThanOrEqual(sides[1].wrong)
      }),
      RUNS,
    )
  })

  it('entries that come twice, or in another order, count once and the same', () => {
    fc.assert(
      fc.property(whims, fc.infiniteStream(fc.nat(1000)), (all, dice) => {
        const { entries, playing } = bookOf(all)
        const shuffled = [...entries, ...entries.filter((_, i) => i % 3 === 0)]
          .map((entry) => ({ entry, by: dice.next().value ?? 0 }))
          .sort((a, b) => a.by - b.by)
          .map(({ entry }) => entry)
        expect(foldMatch(playing.rules, SIDES, shuffled)).toEqual(foldMatch(playing.rules, SIDES, entries))
      }),
      RUNS,
    )
  })

  it('an undo brings back what was before, and a redo what was undone', () => {
    fc.assert(
      fc.property(whims, fc.nat(100_000), (all, whim) => {
        const book = bookOf(all)
        const before = score(book.state)
        const told = choose(book.state, whim, book)
        if (!told || told.kind === 'undo' || told.kind === 'redo') return
        book.tell(told)
        const after = score(book.state)
        book.undo()
        expect(score(book.state)).toBe(before)
        book.redo()
        expect(score(book.state)).toBe(after)
      }),
      RUNS,
    )
  })

  it('an amendment is as if it had been ruled so from the start', () => {
    fc.assert(
      fc.property(whims, fc.nat(100_000), (all, whim) => {
        const book = bookOf(all)
        const ruled = book.state.rounds
          .flatMap(({ questions }) => questions)
          .filter(({ factId, side }) => factId && side)
        const question = ruled[whim % Math.max(ruled.length, 1)]
        if (!question?.factId) return
        const target = question.factId
        const fresh = book.entries.map((entry) =>
          entry.fact.id === target && entry.fact.kind === 'rule'
            ? { ...entry, fact: { ...entry.fact, ruling: 'void' as const, credits: [], points: null } }
            : entry,
        )
        const unamended = fresh.filter(({ fact }) => fact.kind !== 'amend' || fact.target !== target)
        // Undos name what they undo: without the amendments of this question they would name nothing.
        if (book.entries.some(({ fact }) => fact.kind === 'undo' || fact.kind === 'redo')) return
        book.tell({ kind: 'amend', target, ruling: 'void' })
        expect(score(book.state)).toBe(score(foldMatch(book.playing.rules, SIDES, unamended)))
      }),
      RUNS,
    )
  })

  it('what may be told leads on: the rounds come to an end, and so does the match', () => {
    fc.assert(
      fc.property(whims, (all) => {
        const book = bookOf(all)
        for (let i = 0; i < 80 && book.state.phase !== 'ended'; i++) {
          const { allowed, turn } = book.state
          if (allowed.start) book.tell({ kind: 'start' })
          else if (turn) book.rule(turn.side === A ? 'correct' : 'wrong')
          else if (allowed.overtime) book.tell({ kind: 'overtime' })
          else book.tell({ kind: 'end' })
        }
        expect(book.state.phase).toBe('ended')
        expect(['win', 'undecided']).toContain(book.state.outcome?.kind)
      }),
      RUNS,
    )
  })
})

const trailing = (book: LogBook, seconds: number): TimedEntry[] =>
  book.entries.map((entry) => ({ ...entry, publicAt: new Date(entry.at.getTime() + seconds * 1000) }))

describe('however much later its readers see it', () => {
  it('they see without a delay what the studio sees, and with one the same in the end', () => {
    fc.assert(
      fc.property(whims, fc.nat(90), (all, delay) => {
        const book = bookOf(all)
        const seen = publicFold(book.playing.rules, SIDES, trailing(book, delay), at(1_000_000))
        expect({ ...seen, allowed: null }).toEqual({ ...book.state, allowed: null })
      }),
      RUNS,
    )
  })

  it('they never see what was taken back before it was theirs, and nothing before its time', () => {
    fc.assert(
      fc.property(whims, fc.integer({ min: 1, max: 40 }), fc.nat(400), (all, delay, second) => {
        const entries = trailing(bookOf(all), delay)
        const now = at(second)
        const shown = publicDeeds(entries, now)
        for (const deed of shown) {
          const entry = entries.find(({ fact }) => fact.id === deed.fact.id)
          expect(entry && entry.publicAt <= now).toBe(true)
          const taken = entries.find(({ fact }) => fact.kind === 'undo' && fact.target === deed.fact.id)
          const redone =
            taken && entries.some(({ fact }) => fact.kind === 'redo' && fact.target === taken.fact.id)
          if (taken && entry && !redone && taken.at < entry.publicAt && taken.at <= now)
            expect.fail('shown although withdrawn')
        }
      }),
      RUNS,
    )
  })
})
