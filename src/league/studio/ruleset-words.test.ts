import { describe, expect, it } from 'vitest'
import { TWELVE_ROUNDS } from '../ruleset.ts'
import { rulesetWords } from './ruleset-words.ts'

describe('rules in words', () => {
  it('tells the preset', () => {
    const told = rulesetWords(TWELVE_ROUNDS)
    expect(told[0]).toBe('12 rounds, each with a question for either side; the sides take turns to begin.')
    expect(told[1]).toBe(
      'A right answer is worth 1 point, a steal 1 point. What one side misses the other may steal.',
    )
    expect(told.join(' ')).toContain(
      'After round 12 both sides get one bonus question; who wins it gets 0 to 3 points.',
    )
    expect(told.at(-1)).toBe(
      'Level in the table: more wins, then the matches against each other, then the better point difference, then more points scored, then more steals.',
    )
  })

  it('leaves out what is not played', () => {
    const told = rulesetWords({ ...TWELVE_ROUNDS, double: null, niche: null, bonus: null, overtime: null, draws: true, suddenDeath: null }).join(' ') // prettier-ignore
    expect(told).not.toMatch(/niche|bonus|overtime|sudden|chosen/)
    expect(told).toContain('A match may end level.')
    expect(told).toContain('a draw 1')
  })

  it('says what a wrong answer costs', () => {
    const points = { correct: 2, steal: 1, wrong: -1 }
    expect(rulesetWords({ ...TWELVE_ROUNDS, points })[1]).toContain('a wrong one −1 point')
  })
})
