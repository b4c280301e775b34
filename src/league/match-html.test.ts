import { expect, test } from 'vitest'
import { matchCard, eventScore } from './match-card-html.ts'
import { lineUps, matchLog } from './match-log-html.ts'
import { labelOf, toldOf, turnWords, whereWords } from './match-words.ts'
import { overlayHtml } from './overlay-html.ts'
import { latestWords } from './ruling-words.ts'
import { lineScore, scoreboard } from './scoreboard-html.ts'
import {
  HARBOR,
  heldMatch,
  OWLS,
  publicMatch,
  ruled,
  START,
  stateAfter,
  wholeMatch,
} from './test-public-match.ts'

const CLOCK = { timeZone: 'America/New_York', locale: 'en-US' }
const SIDES = [HARBOR, OWLS] as const
const words = (html: { toString(): string }): string =>
  html
    .toString()
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
const swaps = (html: { toString(): string }): number => html.toString().split('data-swap').length

const running = publicMatch([START, ...ruled([1, HARBOR, 'wrong'], [1, OWLS, 'correct', OWLS.active[0]!.id])])

test('a ruling is said as people say it: who, what, by whom, for how much', () => {
  expect(words(matchLog(running))).toContain('Harbor City miss Night Owls answer, Mo Vance +1')
  const stolen = publicMatch([START, ...ruled([1, HARBOR, 'steal', OWLS.active[0]!.id])])
  expect(words(matchLog(stolen))).toContain('Night Owls steal, Mo Vance +1')
  expect(latestWords(stolen.state!.rounds, SIDES)).toBe('Night Owls steal, Mo Vance +1')
})

test('a corrected ruling says that it is', () => {
  const facts = [START, ...ruled([1, HARBOR, 'wrong'])]
  const target = stateAfter(facts).rounds[0]!.questions[0]!.factId!
  const mended = publicMatch([...facts, { kind: 'amend', target, ruling: 'correct' }])
  expect(words(matchLog(mended))).toContain('Harbor City answer +1 Corrected')
})

test('the board says where the match is and whose question it is', () => {
  expect(whereWords(running.state!)).toBe('Round 2 of 12')
  expect(turnWords(running.state!, [...SIDES])).toMatch(
    /^(Harbor City|Night Owls) to answer · open to a steal$/,
  )
  expect(words(scoreboard(running, CLOCK))).toMatch(/^Match 45, Season 4 .*Live Round 2 of 12/)
})

test('a double, the niche round, the bonus question and overtime are named', () => {
  const doubled = publicMatch([START, { kind: 'double', round: 1 }])
  expect(turnWords(doubled.state!, [...SIDES])).toContain('Double')
  expect(words(matchLog(doubled))).toContain('Round 6, Niche')
  expect(words(matchLog(doubled))).toContain('Bonus')
  const level = stateAfter(wholeMatch(5))
  expect(level.phase).toBe('level')
  expect(whereWords(level)).toBe('Level: overtime next')
  expect(whereWords(stateAfter([...wholeMatch(5), { kind: 'overtime' }]))).toBe('Overtime')
})

test('what is ruled adds no box and takes none away, so that nothing on the page moves', () => {
  const before = publicMatch([START])
  for (const draw of [
    matchLog,
    lineUps,
    lineScore,
    (m: typeof before) => scoreboard(m, CLOCK),
    (m: typeof before) => matchCard(m, CLOCK),
  ])
    expect(swaps(draw(running))).toBe(swaps(draw(before)))
})

test('before its start a match has names and a time, and no score', () => {
  const coming = publicMatch([])
  expect(labelOf(toldOf(coming))).toBe('Coming')
  expect(words(matchCard(coming, CLOCK))).toBe(
    'Coming Match 45, Season 4 Harbor City Night Owls Sun, Nov 22, 8:00 PM EST',
  )
  expect(words(eventScore(coming, CLOCK))).toContain('Harbor City vs. Night Owls')
})

test('a match that is paused, over, or void says so', () => {
  const event = {
    id: 'e',
    path: '/events/e',
    title: '',
    subtitle: '',
    startsAt: null,
    phase: 'paused',
    label: 'Paused',
  }
  expect(labelOf(toldOf({ ...running, event }))).toBe('Paused')
  const over = publicMatch([...wholeMatch(9), { kind: 'end' }])
  expect(words(matchCard(over, CLOCK))).toBe(
    'Final Match 45, Season 4 Harbor City 9 Night Owls 5 Harbor City win',
  )
  const broken = publicMatch([START, { kind: 'void', reason: '' }])
  expect(words(matchCard(broken, CLOCK))).toContain('Void')
  expect(words(matchCard(broken, CLOCK))).toContain('Broken off: it counts for nothing')
})

test('a result that is held back is nowhere: it is said from when on it shows', () => {
  const held = heldMatch()
  const all = [
    scoreboard(held, CLOCK),
    lineScore(held),
    matchLog(held),
    matchCard(held, CLOCK),
    eventScore(held, CLOCK),
    overlayHtml(held, CLOCK),
  ]
  expect(words(all[0]!)).toContain('Result from Sun, Nov 22, 11:00 PM EST')
  for (const html of all) expect(words(html)).not.toMatch(/win|Round|Live|Final|Coming/)
  expect(all[0]!.toString()).not.toMatch(/data-tick>\d/)
})

test('names are escaped wherever they stand', () => {
  const rude = publicMatch([START], { sides: [{ ...HARBOR, name: '<i>HC</i>', short: '<b>' }, OWLS] })
  for (const html of [
    scoreboard(rude, CLOCK),
    lineScore(rude),
    matchLog(rude),
    lineUps(rude),
    matchCard(rude, CLOCK),
    eventScore(rude, CLOCK),
    overlayHtml(rude, CLOCK),
  ])
    expect(html.toString()).not.toMatch(/<i>|<b>\s*</)
})
