import { afterAll, beforeAll, expect, test } from 'vitest'
import { type WholeHouse, wholeHouse } from './support/whole-house.ts'
import { StreamReader } from './support/stream-reader.ts'
import { findMatch } from '../src/league/match-store.ts'
import { recordFacts } from '../src/league/record-facts.ts'
import { ruleMatch } from '../src/league/rule-match.ts'
import { setMatchReveal } from '../src/league/set-match-reveal.ts'
import { smallSeason, type SmallSeason, startsIn } from '../src/league/test-season.ts'
import { cancelEvent } from '../src/live/cancel-event.ts'
import { changeDelay } from '../src/live/change-delay.ts'
import { createEvent } from '../src/live/create-event.ts'
import { findEvent } from '../src/live/event-store.ts'
import { NewEvent } from '../src/live/wire.ts'
import { followEvent } from '../src/league/public.ts'
import { SYSTEM } from '../src/people/public.ts'

let house: WholeHouse
let season: SmallSeason

beforeAll(async () => {
  house = await wholeHouse()
  season = await smallSeason(house.p)
})
afterAll(() => house.close())

let made = 0

/** A match at an event that its host starts now. */
async function tied(delaySeconds = 0) {
  const slug = `night-${++made}`
  const event = await createEvent(
    house.p,
    SYSTEM,
    NewEvent.parse({
      title: `Night ${made}`,
      slug,
      start: startsIn(60_000),
      startsBy: 'host',
      delaySeconds,
      finalWords: 'Good night',
    }),
  )
  return { eventId: event.id, match: await season.match({ eventId: event.id, slug: `match-${slug}` }), slug }
}

const json = async (path: string) => JSON.parse((await house.get(path)).text)
const phaseOf = async (slug: string) => (await json(`/api/v1/events/${slug}`)).phase
const pointsOf = async (slug: string) =>
  (await json(`/api/v1/matches/match-${slug}`)).state?.sides.map(
    ({ points }: { points: number }) => points,
  ) ?? null
const strip = async (): Promise<string> => {
  await house.p.tail.sync()
  return (await house.p.regions.get('strip')).value.html ?? ''
}

test('the event starts with its match, the strip carries the score, and the end says it', async () => {
  const { match, slug, eventId } = await tied()
  expect(await phaseOf(slug)).toMatchObject({ phase: 'starting-soon' })
  await season.start(match)
  expect(await phaseOf(slug)).toMatchObject({ phase: 'live' })
  expect(await strip()).toContain('>Harbor City 0, Night Owls 0<')
  await season.rule(match, 1, 0, 'correct')
  expect(await strip()).toMatch(/HC <b>1<\/b>–<b>0<\/b> NO/)
  await ruleMatch(house.p, SYSTEM, match, { kind: 'undo', target: await lastFact(match) })
  expect(await strip()).toMatch(/HC <b>0<\/b>–<b>0<\/b> NO/)
  await season.finish(match, 3)
  expect(await phaseOf(slug)).toMatchObject({ phase: 'ended', words: 'Harbor City 3, Night Owls 0' })
  expect(await strip()).not.toContain('strip-score')
  const facts = (await findEvent(house.p, eventId))?.facts.map(({ kind }) => kind)
  expect(facts).toEqual(['start', 'end'])
})

const lastFact = async (id: string): Promise<string> =>
  (await json(`/api/v1/matches/${id}`)).state.rounds[0].questions[0].factId

test('a correction after the end mends the words, and an end taken back puts the event on the air again', async () => {
  const { match, slug } = await tied()
  await season.start(match)
  await season.finish(match, 2)
  const { state } = await json(`/api/v1/matches/match-${slug}`)
  const target = state.rounds[0].questions[0].factId
  await ruleMatch(house.p, SYSTEM, match, { kind: 'amend', target, ruling: 'wrong' })
  expect(await phaseOf(slug)).toMatchObject({ phase: 'ended', words: 'Harbor City 1, Night Owls 0' })
  await ruleMatch(house.p, SYSTEM, match, { kind: 'reopen', reason: 'Not over' })
  expect(await phaseOf(slug)).toMatchObject({ phase: 'live' })
  await ruleMatch(house.p, SYSTEM, match, { kind: 'end' })
  expect(await phaseOf(slug)).toMatchObject({ phase: 'ended', words: 'Harbor City 1, Night Owls 0' })
})

test('a start that is taken back takes the event back as well', async () => {
  const { match, slug, eventId } = await tied()
  const id = crypto.randomUUID()
  await recordFacts(house.p, SYSTEM, match, { base: 0, facts: [{ id, kind: 'start' }] })
  await recordFacts(house.p, SYSTEM, match, {
    base: 1,
    facts: [{ id: crypto.randomUUID(), kind: 'undo', target: id }],
  })
  expect(await phaseOf(slug)).toMatchObject({ phase: 'starting-soon' })
  await cancelEvent(house.p, SYSTEM, eventId)
})

test('a refused start leaves both as they were', async () => {
  const { match, eventId, slug } = await tied()
  await season.start(match)
  await season.finish(match, 1)
  const another = await season.match({ draft: true })
  await expect(season.start(another)).rejects.toMatchObject({ kind: 'unprocessable' })
  expect(await phaseOf(slug)).toMatchObject({ phase: 'ended' })
  await expect(season.match({ eventId })).rejects.toMatchObject({ kind: 'conflict' })
})

test('rulings reach readers as much later as the broadcast, and those who rule at once', async () => {
  const { match, slug, eventId } = await tied(2)
  await season.start(match)
  await season.rule(match, 1, 0, 'correct')
  expect(await phaseOf(slug)).toMatchObject({ phase: 'starting-soon' })
  expect(await pointsOf(slug)).toEqual([0, 0])
  const reader = await StreamReader.open(house.origin, `regions=match:${match}/box~,strip~`)
  await reader.until(({ shows }) => />Harbor City 1, Night Owls 0</.test(shows.get('strip') ?? ''))
  expect(await pointsOf(slug)).toEqual([1, 0])
  reader.close()
  await cancelEvent(house.p, SYSTEM, eventId)
})

test('a delay that is lowered while live releases what it held, on open pages too; one that is raised holds longer', async () => {
  const { match, slug, eventId } = await tied(60)
  await season.start(match)
  await season.rule(match, 1, 0, 'correct')
  const reader = await StreamReader.open(house.origin, `regions=match:${match}/card~`)
  await reader.until(({ shows }) => shows.size === 1)
  const before = reader.shows.get(`match:${match}/card`)
  await changeDelay(house.p, SYSTEM, eventId, 4, followEvent)
  expect(await pointsOf(slug)).toEqual([0, 0])
  await reader.until(
    ({ shows }) =>
      shows.get(`match:${match}/card`) !== before && />1<\/b>/.test(shows.get(`match:${match}/card`) ?? ''),
  )
  expect(await pointsOf(slug)).toEqual([1, 0])
  reader.close()
  await changeDelay(house.p, SYSTEM, eventId, 90, followEvent)
  await season.rule(match, 1, 1, 'steal')
  expect(await pointsOf(slug)).toEqual([1, 0])
  await cancelEvent(house.p, SYSTEM, eventId)
})

test('before its reveal time no door says a result: not the match, its event, the strip, the season, the lists', async () => {
  const { match, slug } = await tied()
  await setMatchReveal(house.p, SYSTEM, match, new Date(Date.now() + 3_600_000))
  await season.start(match)
  await season.rule(match, 1, 0, 'correct')
  expect(await strip()).not.toContain('strip-score')
  await ruleMatch(house.p, SYSTEM, match, { kind: 'undo', target: await deskFact(match) })
  await season.finish(match, 7)
  expect(await phaseOf(slug)).toMatchObject({ phase: 'ended', words: 'Good night' })
  const held = await json(`/api/v1/matches/match-${slug}`)
  expect(held).toMatchObject({ state: null, words: '', heldUntil: expect.any(String) })
  const { matches, standings } = await json('/api/v1/seasons/season-4')
  const line = matches.find(({ id }: { id: string }) => id === match)
  expect(line).toMatchObject({ phase: null, points: null, outcome: null, words: '' })
  const played = standings[0].played
  const past = await json('/api/v1/matches?state=past')
  expect(past.items.find(({ id }: { id: string }) => id === match)).toMatchObject({ points: null })
  await setMatchReveal(house.p, SYSTEM, match, null)
  expect(await phaseOf(slug)).toMatchObject({ words: 'Harbor City 7, Night Owls 0' })
  expect(await pointsOf(slug)).toEqual([7, 0])
  expect((await json('/api/v1/seasons/season-4')).standings[0].played).toBe(played + 1)
})

test('at its reveal time the event says the result by itself', async () => {
  await house.p.jobs.start()
  const { match, slug } = await tied()
  await season.start(match)
  await setMatchReveal(house.p, SYSTEM, match, new Date(Date.now() + 3_600_000))
  await season.finish(match, 4)
  expect(await phaseOf(slug)).toMatchObject({ phase: 'ended', words: 'Good night' })
  const reveal = Date.now() + 1000
  await setMatchReveal(house.p, SYSTEM, match, new Date(reveal))
  await expect.poll(() => phaseOf(slug)).toMatchObject({ words: 'Harbor City 4, Night Owls 0' })
  expect(Date.now()).toBeGreaterThan(reveal - 50)
})

const deskFact = async (id: string): Promise<string> =>
  (await findMatch(house.p, id))?.log.at(-1)?.fact.id ?? ''
