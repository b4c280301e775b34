import { expect, test } from 'vitest'
import { matchNow, topOfTable } from './league-now-html.ts'
import { matchJsonLd } from './json-ld.ts'
import { resultOf } from './match-result.ts'
import { TWELVE_ROUNDS } from './ruleset.ts'
import { scheduleHtml } from './schedule-html.ts'
import { standingsOf } from './standings.ts'
import { playersTable, standingsTable } from './standings-html.ts'
import {
  HARBOR,
  heldMatch,
  lineOf,
  OWLS,
  publicMatch,
  ruled,
  START,
  stateAfter,
  wholeMatch,
} from './test-public-match.ts'

const CLOCK = { timeZone: 'America/New_York', locale: 'en-US' }
const words = (html: { toString(): string }): string =>
  html
    .toString()
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

const OTHERS = [
  { ...HARBOR, id: 'x', name: 'Tin Whistles' },
  { ...OWLS, id: 'y', name: 'Late Shift' },
]
const won = {
  sides: [HARBOR.id, OWLS.id] as const,
  result: resultOf(stateAfter([...wholeMatch(9), { kind: 'end' }])),
}
const table = () => standingsOf(TWELVE_ROUNDS, [HARBOR, OWLS, ...OTHERS], [won])

test('the table shows record, points, average, difference and form of each side', () => {
  expect(words(standingsTable(table()))).toMatch(/1 Harbor City .*1-0-0 2 9\.0 \+4 W won/)
})

test('a tie that was broken says why below the table, and one that was not that it is unresolved', () => {
  const said = words(standingsTable(table()))
  expect(said).toContain('Night Owls: Behind Late Shift and Tin Whistles on point difference, −4 to 0.')
  expect(said).toContain('Late Shift, unresolved:')
  expect(said).toContain('Level with Tin Whistles after every tie-break.')
  const links = [
    ...standingsTable(table())
      .toString()
      .matchAll(/href="#(why-[^"]+)"/g),
  ].map(([, id]) => id)
  expect(links.length).toBe(3)
  for (const id of links) expect(standingsTable(table()).toString()).toContain(`id="${id}"`)
})

test('before the first match nothing is explained', () => {
  expect(standingsTable(standingsOf(TWELVE_ROUNDS, [HARBOR, OWLS], [])).toString()).not.toContain('<sup>')
})

test('a match keeps its place in the schedule from its announcement to its result', () => {
  const lines = [
    lineOf(publicMatch([...wholeMatch(9), { kind: 'end' }])),
    lineOf(publicMatch([START, ...ruled([1, HARBOR, 'correct'])])),
    lineOf(publicMatch([])),
    lineOf(heldMatch()),
  ]
  const rows = scheduleHtml(lines, CLOCK)
    .toString()
    .split('<li')
    .slice(1)
    .map((row) => words(`<li${row}`))
  expect(rows).toEqual([
    '8:00 PM EST Match 45 Harbor City 9 Night Owls 5 Final',
    '8:00 PM EST Match 45 Harbor City 1 Night Owls 0 Live',
    '8:00 PM EST Match 45 Harbor City Night Owls',
    '8:00 PM EST Match 45 Harbor City Night Owls Result from Sun, Nov 22, 11:00 PM EST',
  ])
})

test('player totals say parts of points as people write them', () => {
  const player = {
    rank: 1,
    player: { id: 'p', name: 'Mo Vance' },
    side: OWLS,
    matches: 4,
    answers: 9,
    steals: 1,
  }
  expect(words(playersTable([{ ...player, pointSixths: 21, points: '3½', average: 0.875 }]))).toContain(
    '1 Mo Vance Night Owls 3½ 0.9 1 4',
  )
})

test('the front page shows the running match, and three of the table unless that is held back', () => {
  expect(words(matchNow(publicMatch([START]), CLOCK))).toContain('Live Match 45, Season 4 Follow it')
  expect(words(topOfTable(table(), '/seasons/season-4'))).toMatch(/^1 Harbor City 1-0-0 · 9\.0 a match/)
  expect(topOfTable(table(), '/').toString().split('<li').length - 1).toBe(3)
  expect(topOfTable(null, '/').toString()).toBe('')
})

test('search engines are told both teams, and a result only once readers have it', () => {
  const [held] = matchJsonLd(heldMatch(), 'https://paper.example')
  expect(held).toMatchObject({
    '@type': 'SportsEvent',
    startDate: '2026-11-22T20:00:00-05:00',
    homeTeam: { name: 'Harbor City' },
    awayTeam: { name: 'Night Owls' },
    superEvent: { name: 'Season 4', url: 'https://paper.example/seasons/season-4' },
    description: 'Match 45, Season 4',
  })
  const [over] = matchJsonLd(publicMatch([...wholeMatch(9), { kind: 'end' }]), 'https://paper.example')
  expect(over).toMatchObject({ description: 'Match 45, Season 4. Harbor City 9, Night Owls 5' })
})
