import { afterAll, beforeAll, expect, test } from 'vitest'
import { testPlatform, type TestPlatform } from '../../test/support/test-platform.ts'
import { SYSTEM } from '../people/public.ts'
import { cancelEvent } from './cancel-event.ts'
import { changeDelay } from './change-delay.ts'
import { createEvent } from './create-event.ts'
import { deleteEvent } from './delete-event.ts'
import { endEvent } from './end-event.ts'
import { studioView } from './event-view.ts'
import { pauseEvent } from './pause-event.ts'
import { postponeEvent } from './postpone-event.ts'
import { publicFacts, seenByPublic } from './public-time.ts'
import { resumeEvent } from './resume-event.ts'
import { startEvent } from './start-event.ts'
import { asRole, newEvent } from './test-site.ts'
import { undoLastAction } from './undo-last-action.ts'
import { updateEvent } from './update-event.ts'

let site: TestPlatform
beforeAll(async () => {
  site = await testPlatform()
})
afterAll(() => site.close())

const host = asRole('host')
const phaseOf = (event: Parameters<typeof studioView>[0]): string =>
  studioView(event, site.p.clock.now()).phase.phase

test('a host runs an event from start to final words', async () => {
  const { p } = site
  const made = await createEvent(p, host, newEvent(p, 60, { startsBy: 'host', finalWords: 'Thank you' }))
  expect(made.slug).toBe('harbor-city-vs-the-night-owls')
  expect(phaseOf(await startEvent(p, host, made.id))).toBe('live')
  expect(phaseOf(await pauseEvent(p, host, made.id, { words: 'No sound' }))).toBe('paused')
  expect(phaseOf(await resumeEvent(p, host, made.id))).toBe('live')
  const ended = await endEvent(p, host, made.id, { words: '9 to 8' })
  expect(studioView(ended, p.clock.now()).phase).toMatchObject({ phase: 'ended', words: '9 to 8' })
  expect(ended.revision).toBe(5)
})

test('two events of one title get addresses of their own, and a title without letters gets one too', async () => {
  const { p } = site
  const slugs = []
  for (const title of ['Same!', 'same', '🏒🏒', 'לילה טוב'])
    slugs.push((await createEvent(p, host, newEvent(p, 600, { title }))).slug)
  expect(slugs).toEqual(['same', 'same-2', 'event', 'event-2'])
})

test('what cannot be done in a phase is refused, and says what can be', async () => {
  const { p } = site
  const { id } = await createEvent(p, host, newEvent(p, 600))
  await expect(endEvent(p, host, id)).rejects.toMatchObject({
    kind: 'conflict',
    extra: { allowed: ['start', 'postpone', 'cancel'] },
  })
  await expect(undoLastAction(p, host, id)).rejects.toMatchObject({ kind: 'conflict' })
})

test('of two hosts who press at once one is told that it is done', async () => {
  const { p } = site
  const { id } = await createEvent(p, host, newEvent(p, 600))
  const results = await Promise.allSettled([startEvent(p, host, id), startEvent(p, host, id)])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a last action is taken back, and the one before it after that', async () => {
  const { p } = site
  const { id } = await createEvent(p, host, newEvent(p, 600, { finalWords: 'As planned' }))
  await startEvent(p, host, id)
  await endEvent(p, host, id, { words: 'Too early' })
  const again = await undoLastAction(p, host, id)
  expect(phaseOf(again)).toBe('live')
  expect(again.details.finalWords).toBe('As planned')
  expect(phaseOf(await undoLastAction(p, host, id))).toBe('starting-soon')
})

test('a start by the clock cannot be taken back', async () => {
  const { p } = site
  const { id } = await createEvent(p, SYSTEM, newEvent(p, -10))
  await startEvent(p, SYSTEM, id, { at: new Date(p.clock.now().getTime() - 20_000) })
  await expect(undoLastAction(p, host, id)).rejects.toMatchObject({ kind: 'conflict' })
})

test('a postponement moves the start, remembers the old one, and gives it back when it is taken back', async () => {
  const { p } = site
  const made = await createEvent(p, host, newEvent(p, 600))
  const to = new Date(made.details.startsAt.getTime() + 86_400_000)
  const start = { at: to.toISOString(), zone: 'Europe/Berlin' }
  const moved = await postponeEvent(p, host, made.id, { start })
  expect(moved.details).toMatchObject({
    startsAt: to,
    zone: 'Europe/Berlin',
    movedFrom: made.details.startsAt,
  })
  expect(phaseOf(moved)).toBe('scheduled')
  const back = await undoLastAction(p, host, made.id)
  expect(back.details).toEqual(made.details)
  await expect(
    postponeEvent(p, host, made.id, { start: { at: '2020-01-01T00:00:00Z', zone: 'UTC' } }),
  ).rejects.toMatchObject({ kind: 'unprocessable' })
})

test('an edit on the air is held back like everything else, and one before it is not', async () => {
  const { p } = site
  const made = await createEvent(p, host, newEvent(p, 600, { delaySeconds: 60, subtitle: 'One' }))
  const before = await updateEvent(p, host, made.id, made.revision, { subtitle: 'Two' })
  const seen = () => seenByPublic(before, p.clock.now()).details.subtitle
  expect(seen()).toBe('Two')
  const started = await startEvent(p, host, made.id)
  const edited = await updateEvent(p, host, made.id, started.revision, { subtitle: 'Spoiler' })
  expect(seenByPublic(edited, p.clock.now()).details.subtitle).toBe('Two')
  expect(seenByPublic(edited, new Date(p.clock.now().getTime() + 61_000)).details.subtitle).toBe('Spoiler')
  expect(edited.details.subtitle).toBe('Spoiler')
})

test('a stale update is refused with the version that is there', async () => {
  const { p } = site
  const made = await createEvent(p, host, newEvent(p, 600))
  await updateEvent(p, host, made.id, made.revision, { title: 'Theirs' })
  await expect(updateEvent(p, host, made.id, made.revision, { title: 'Mine' })).rejects.toMatchObject({
    kind: 'stale',
    extra: { current: { title: 'Theirs', revision: 2 } },
  })
})

test('a change of the delay while live is kept with the facts and moves what is held back', async () => {
  const { p } = site
  const { id } = await createEvent(p, host, newEvent(p, 600, { delaySeconds: 60 }))
  const started = await startEvent(p, host, id)
  const at = started.facts[0]?.at.getTime() ?? 0
  expect(publicFacts(started)[0]?.publicAt.getTime()).toBe(at + 60_000)
  const shorter = await changeDelay(p, host, id, 20)
  expect(publicFacts(shorter)[0]?.publicAt.getTime()).toBe(at + 20_000)
  expect(await changeDelay(p, host, id, 20)).toMatchObject({ revision: shorter.revision })
})

test('an event that the strip has told of is cancelled, not deleted', async () => {
  const { p } = site
  const announced = await createEvent(p, host, newEvent(p, 600))
  await expect(deleteEvent(p, host, announced.id, 1)).rejects.toMatchObject({ kind: 'conflict' })
  expect(phaseOf(await cancelEvent(p, host, announced.id))).toBe('cancelled')
  const secret = await createEvent(p, host, newEvent(p, 90_000))
  await deleteEvent(p, host, secret.id, 1)
  await expect(startEvent(p, host, secret.id)).rejects.toMatchObject({ kind: 'not-found' })
})

test('only Pressbox itself says of something when it happened', async () => {
  const { p } = site
  const { id } = await createEvent(p, host, newEvent(p, -7200))
  const past = new Date(p.clock.now().getTime() - 3_600_000)
  await expect(endEvent(p, host, id, { at: past })).rejects.toMatchObject({ kind: 'forbidden' })
  const ended = await endEvent(p, SYSTEM, id, { at: past, words: 'Over' })
  expect(studioView(ended, p.clock.now()).phase.since).toEqual(past)
})

test('a writer runs nothing, a draft cannot be run, and the facts cannot be changed afterwards', async () => {
  const { p } = site
  const draft = await createEvent(p, host, newEvent(p, 600, { draft: true }))
  await expect(startEvent(p, asRole('writer'), draft.id)).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(startEvent(p, host, draft.id)).rejects.toMatchObject({ kind: 'unprocessable' })
  const { sql } = await import('../platform/db/database.ts')
  await expect(sql`update event_facts set words = 'x'`.execute(p.q)).rejects.toThrow('append-only')
})
