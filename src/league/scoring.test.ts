import { describe, expect, it } from 'vitest'
import { A, ABE, ANN, B, BEA, LogBook, started } from './test-log.ts'

describe('a match', () => {
  it('asks either side in each round, the sides taking turns to begin, and then the bonus', () => {
    const book = started()
    const asked: string[] = []
    for (let turn = book.state.turn; turn; turn = book.state.turn) {
      asked.push(`${turn.label}${turn.side === null ? '' : turn.side === A ? 'A' : 'B'}`)
      book.rule('wrong')
    }
    expect(asked.slice(0, 5)).toEqual(['1A', '1B', '2B', '2A', '3A'])
    expect(asked.slice(-3)).toEqual(['12B', '12A', 'Bonus'])
    expect(asked).toHaveLength(25)
  })

  it('gives points to who answered, to who stole, and for the bonus what was said', () => {
    const book = started()
    book.rule('correct')
    book.rule('steal')
    expect(book.points).toEqual([2, 0])
    book.playOut((_side, round) => (round === 12 ? 'correct' : 'wrong'))
    expect(book.points).toEqual([3, 1])
    book.undo()
    book.rule('bonus', { side: B, points: 3 })
    expect(book.points).toEqual([3, 4])
    expect(book.state).toMatchObject({ phase: 'decided', leader: B })
  })

  it('counts the double twice, for a steal too, and no second one', () => {
    const book = started()
    book.tell({ kind: 'double', round: 2 })
    expect(book.state.allowed.double).toEqual([])
    book.rule('correct')
    book.rule('wrong')
    book.rule('correct')
    book.rule('steal')
    expect(book.points).toEqual([1, 4])
    expect(book.state.rounds[1]).toMatchObject({ double: true, points: [0, 4] })
  })

  it('lets no question of a niche round be stolen where the rules say so', () => {
    const book = started()
    for (let i = 0; i < 10; i++) book.rule('wrong')
    expect(book.state.turn).toMatchObject({
      label: '6',
      kind: 'niche',
      rulings: ['correct', 'wrong', 'void'],
    })
  })

  it('credits players in sixths, with the double', () => {
    const book = started()
    book.tell({ kind: 'double', round: 1 })
    book.rule('correct', {
      credits: [
        [ANN, 3],
        [ABE, 3],
      ],
    })
    book.rule('correct', { credits: [[BEA, 2]] })
    const { players } = book.state
    expect(players).toEqual([
      { player: ANN, side: A, answers: 1, answerSixths: 3, steals: 0, pointSixths: 6 },
      { player: ABE, side: A, answers: 1, answerSixths: 3, steals: 0, pointSixths: 6 },
      { player: BEA, side: B, answers: 1, answerSixths: 2, steals: 0, pointSixths: 4 },
    ])
  })

  it('goes to overtime and from there to sudden death, and ends by the first round that parts them', () => {
    const book = started().playOut()
    expect(book.state).toMatchObject({ phase: 'level', allowed: { overtime: 'overtime', end: false } })
    book.tell({ kind: 'overtime' })
    expect(book.state.turn).toMatchObject({ label: 'OT', kind: 'overtime', round: 14 })
    book.playOut()
    expect(book.state.allowed.overtime).toBe('sudden-death')
    book.tell({ kind: 'overtime' })
    book.rule('correct')
    book.rule('correct')
    expect(book.state.turn).toMatchObject({ label: 'SD 2', round: 16, rulings: ['correct', 'wrong', 'void'] })
    book.rule('wrong')
    book.rule('correct')
    expect(book.state).toMatchObject({ phase: 'decided', turn: null })
    book.tell({ kind: 'end' })
    expect(book.state.outcome).toMatchObject({ kind: 'win', how: 'overtime' })
  })

  it('may end level where the rules allow a draw', () => {
    const book = started({ draws: true, overtime: null, suddenDeath: null }).playOut()
    expect(book.state.phase).toBe('decided')
    book.tell({ kind: 'end' })
    expect(book.state.outcome).toEqual({ kind: 'draw' })
  })

  it('is lost by who forfeits, also before it began, and counts for nothing when it is broken off', () => {
    const absent = new LogBook()
    absent.tell({ kind: 'forfeit', side: A })
    expect(absent.state).toMatchObject({
      phase: 'ended',
      outcome: { kind: 'win', winner: B, loser: A, how: 'forfeit' },
    })
    const off = started()
    off.tell({ kind: 'void', reason: 'Power cut' })
    expect(off.state.outcome).toEqual({ kind: 'void' })
  })
})

describe('what is taken back and corrected', () => {
  it('undoes one thing after the other and redoes them in turn, until something new is told', () => {
    const book = started()
    book.rule('correct')
    book.rule('steal')
    expect(book.points).toEqual([2, 0])
    book.undo()
    book.undo()
    expect(book.points).toEqual([0, 0])
    book.redo()
    expect(book.points).toEqual([1, 0])
    book.redo()
    expect(book.points).toEqual([2, 0])
    expect(book.state.allowed.redo).toBeNull()
    book.undo()
    book.rule('wrong')
    expect(book.state.allowed.redo).toBeNull()
    expect(book.points).toEqual([1, 0])
  })

  it('takes back the start, and an end', () => {
    const book = started()
    book.undo()
    expect(book.state.phase).toBe('scheduled')
    book.redo()
    book.playOut((side) => (side === A ? 'correct' : 'wrong'))
    book.tell({ kind: 'end' })
    book.undo()
    expect(book.state).toMatchObject({ phase: 'decided', outcome: null })
  })

  it('corrects an earlier ruling during the match and after its end, again and again', () => {
    const book = started()
    const first = book.rule('correct', { credits: [[ANN, 6]] })
    book.playOut((side) => (side === A ? 'correct' : 'wrong'))
    book.tell({ kind: 'end' })
    expect(book.points).toEqual([12, 0])
    book.tell({
      kind: 'amend',
      target: first,
      ruling: 'steal',
      credits: [{ player: BEA, sixths: 6 }],
      reason: 'Tape',
    })
    expect(book.points).toEqual([11, 1])
    expect(book.state.players).toMatchObject([{ player: BEA, steals: 1 }])
    book.tell({ kind: 'amend', target: first, ruling: 'void' })
    expect(book.points).toEqual([11, 0])
    book.undo()
    expect(book.points).toEqual([11, 1])
    expect(book.state.rounds[0]?.questions[0]).toMatchObject({ ruling: 'steal', amended: true })
  })

  it('changes who won the bonus, and keeps who won it where only its points change', () => {
    const book = started().playOut()
    book.undo()
    const bonus = book.rule('bonus', { side: B, points: 2 })
    book.tell({ kind: 'amend', target: bonus, ruling: 'bonus', points: 1 })
    expect(book.points).toEqual([0, 1])
    book.tell({ kind: 'amend', target: bonus, ruling: 'bonus', side: A, points: 3 })
    expect(book.points).toEqual([3, 0])
  })

  it('puts overtime out of a match that a correction decides before it, and back in', () => {
    const book = started()
    const first = book.rule('wrong')
    book.playOut()
    book.tell({ kind: 'overtime' })
    book.rule('wrong')
    book.rule('correct')
    book.tell({ kind: 'end' })
    expect(book.state.outcome).toMatchObject({ winner: A, how: 'overtime' })
    book.tell({ kind: 'amend', target: first, ruling: 'steal' })
    expect(book.state).toMatchObject({ moot: 2, outcome: { winner: B, how: 'rounds' } })
    expect(book.points).toEqual([0, 1])
    book.undo()
    expect(book.state).toMatchObject({ moot: 0, outcome: { winner: A, how: 'overtime' } })
  })

  it('leaves an ended match undecided that a correction makes level, until it is reopened and played out', () => {
    const book = started()
    const first = book.rule('correct')
    book.playOut()
    book.tell({ kind: 'end' })
    book.tell({ kind: 'amend', target: first, ruling: 'wrong' })
    expect(book.state.outcome).toEqual({ kind: 'undecided' })
    book.tell({ kind: 'reopen', reason: 'Corrected' })
    book.tell({ kind: 'overtime' })
    book.rule('correct')
    book.rule('wrong')
    book.tell({ kind: 'end' })
    expect(book.state.outcome).toMatchObject({ kind: 'win', how: 'overtime' })
  })
})

describe('what cannot be told', () => {
  const book = started()
  const first = book.rule('correct')
  const other = '00000000-0000-7000-8000-999999999999'
  it.each([
    ['a side that does not play', { kind: 'rule', round: 1, side: other, ruling: 'correct' }],
    ['a later round', { kind: 'rule', round: 9, side: B, ruling: 'correct' }],
    ['a round that there is not', { kind: 'rule', round: 200, side: B, ruling: 'correct' }],
    ['a question that was ruled', { kind: 'rule', round: 1, side: A, ruling: 'wrong' }],
    ['points where none are given', { kind: 'rule', round: 1, side: B, ruling: 'correct', points: 5 }],
    ['a bonus where there is none', { kind: 'rule', round: 1, side: B, ruling: 'bonus', points: 1 }],
    [
      'a player of the other side',
      { kind: 'rule', round: 1, side: B, ruling: 'correct', credits: [{ player: ANN, sixths: 6 }] },
    ],
    [
      'a player nobody knows',
      { kind: 'rule', round: 1, side: B, ruling: 'correct', credits: [{ player: other, sixths: 6 }] },
    ],
    [
      'a player twice',
      {
        kind: 'rule',
        round: 1,
        side: B,
        ruling: 'correct',
        credits: [
          { player: BEA, sixths: 3 },
          { player: BEA, sixths: 3 },
        ],
      },
    ],
    [
      'a credit for nothing',
      { kind: 'rule', round: 1, side: B, ruling: 'wrong', credits: [{ player: BEA, sixths: 6 }] },
    ],
    ['an undo of something else', { kind: 'undo', target: other }],
    ['a redo of nothing', { kind: 'redo', target: first }],
    ['an amendment of nothing', { kind: 'amend', target: other, ruling: 'wrong' }],
    ['another side for an amended question', { kind: 'amend', target: first, ruling: 'wrong', side: B }],
    ['an end before the end', { kind: 'end' }],
    ['overtime before its time', { kind: 'overtime' }],
    ['a second start', { kind: 'start' }],
    ['a reopening of what is open', { kind: 'reopen' }],
    ['a double of a round that has begun', { kind: 'double', round: 1 }],
    ['a double of the bonus', { kind: 'double', round: 13 }],
    ['a forfeit of somebody else', { kind: 'forfeit', side: other }],
  ] as const)('%s', (_what, told) => {
    expect(book.problem(told as Parameters<LogBook['problem']>[0])).toMatch(/^[A-Z].*\.$/s)
    expect(() => book.tell(told as Parameters<LogBook['tell']>[0])).toThrow()
  })

  it('after the end anything but a correction', () => {
    const ended = started().playOut((side) => (side === A ? 'correct' : 'wrong'))
    ended.tell({ kind: 'end' })
    for (const told of [
      { kind: 'rule', round: 1, side: A, ruling: 'correct' },
      { kind: 'rule', round: 14, side: A, ruling: 'correct' },
      { kind: 'end' },
      { kind: 'double', round: 3 },
      { kind: 'void' },
      { kind: 'forfeit', side: A },
      { kind: 'overtime' },
    ] as const)
      expect(ended.problem(told)).not.toBeNull()
  })

  it('points of a bonus outside its range', () => {
    const bonus = started().playOut()
    bonus.undo()
    for (const points of [4, 50, null])
      expect(bonus.problem({ kind: 'rule', round: 13, side: A, ruling: 'bonus', points })).toContain('0 to 3')
  })
})
