import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testPlatform, type TestPlatform } from '../../test/support/test-platform.ts'
import { SYSTEM } from '../people/public.ts'
import { cancelEvent } from './cancel-event.ts'
import { createEvent } from './create-event.ts'
import { createShow } from './create-show.ts'
import { endEvent } from './end-event.ts'
import type { EventRecord } from './event.ts'
import { postponeEvent } from './postpone-event.ts'
import { startEvent } from './start-event.ts'
import { newEvent, testSite, type TestSite } from './test-site.ts'
import { updateEvent } from './update-event.ts'
import type { NewEvent } from './wire.ts'

let test: TestPlatform
let site: TestSite
beforeAll(async () => {
  test = await testPlatform({ PUBLIC_URL: 'https://latehorn.example' })
  site = testSite(test.p)
})
afterAll(() => test.close())

const make = (startsIn: number, given: Partial<NewEvent> = {}): Promise<EventRecord> =>
  createEvent(test.p, SYSTEM, newEvent(test.p, startsIn, given))
const secondsFromNow = (seconds: number): Date => new Date(test.p.clock.now().getTime() + seconds * 1000)

/** Every door that readers have to an event. */
const publicDoors = async ({ id, slug }: EventRecord, now?: Date): Promise<string> =>
  [
    ...(
      await Promise.all(
        ['/events', `/events/${slug}`, `/events/${slug}.ics`, '/events.ics'].map((path) =>
          site.page(path, now),
        ),
      )
    ).map(({ text }) => text),
    ...(await Promise.all(
      ['live/now', 'live/coming', `event:${id}/panel`, `event:${id}/card`].map((key) =>
        site.region(key, now),
      ),
    )),
    ...(now
      ? []
      : (
          await Promise.all(
            [
              `/api/v1/events/${slug}`,
              ...['now', 'coming', 'past'].map((state) => `/api/v1/events?state=${state}`),
            ].map((path) => site.call(null, 'GET', path)),
          )
        ).map(({ json }) => JSON.stringify(json))),
  ].join('\n')

describe('public time at every public door', () => {
  it('holds back final words and an edit until the delay is over', async () => {
    const made = await make(-60, { slug: 'held', title: 'Held back', delaySeconds: 30 })
    await updateEvent(test.p, SYSTEM, made.id, 1, { subtitle: 'Spoilt subtitle' })
    await endEvent(test.p, SYSTEM, made.id, { words: 'Spoilt ending' })
    const now = await publicDoors(made)
    expect(now).toContain('Held back')
    expect(now).not.toContain('Spoilt')
    const desk = await site.call('host', 'GET', `/api/v1/desk/events/${made.id}`)
    expect(desk.json).toMatchObject({
      phase: { phase: 'ended' },
      publicPhase: { phase: 'live' },
      heldBack: 2,
    })
    const later = await publicDoors(made, secondsFromNow(31))
    expect(later).toContain('Spoilt ending')
    expect(later).toContain('Spoilt subtitle')
  })

  it('shows a draft nowhere', async () => {
    const draft = await make(60, { slug: 'secret', title: 'Secret show', draft: true })
    expect(await publicDoors(draft)).not.toContain('Secret show')
    expect((await site.page('/events/secret')).status).toBe(404)
    expect((await site.call(null, 'GET', `/api/v1/events/${draft.id}`)).status).toBe(404)
    expect((await site.call(null, 'GET', `/api/v1/desk/events/${draft.id}`)).status).toBe(401)
    const drafts = await site.call('host', 'GET', '/api/v1/desk/events?state=drafts')
    expect(JSON.stringify(drafts.json)).toContain('Secret show')
  })
})

describe('the page of an event', () => {
  it('flips by itself: its panel holds the announced phases', async () => {
    const { id } = await make(300, { slug: 'flips', soonSeconds: 60 })
    const panel = (await site.region(`event:${id}/panel`)) ?? ''
    expect(panel.match(/data-from="\d+"/g)?.length).toBeGreaterThanOrEqual(2)
    expect(panel).toContain('Starting Soon')
    expect(panel).toContain('data-countdown')
    expect(panel).not.toMatch(/\sstyle=/)
  })

  it('says in its structured data whether it is on, moved, postponed or off', async () => {
    const { p } = test
    const status = async (slug: string): Promise<string> =>
      /schema\.org\/(Event[A-Z]\w+)"/.exec((await site.page(`/events/${slug}`)).text)?.[1] ?? ''
    const one = await make(600, { slug: 'ld-one' })
    expect(await status('ld-one')).toBe('EventScheduled')
    const start = { at: secondsFromNow(90_000).toISOString(), zone: 'America/New_York' }
    await postponeEvent(p, SYSTEM, one.id, { start })
    expect(await status('ld-one')).toBe('EventRescheduled')
    expect((await site.page('/events/ld-one')).text).toContain('previousStartDate')
    await postponeEvent(p, SYSTEM, one.id, {})
    expect(await status('ld-one')).toBe('EventPostponed')
    await cancelEvent(p, SYSTEM, one.id, { words: 'The ice melted' })
    expect(await status('ld-one')).toBe('EventCancelled')
    expect((await site.page('/events/ld-one')).text).toContain('The ice melted')
  })

  it('escapes what people write, also where a script could be closed', async () => {
    const title = '</script><script>alert(1)</script>"><img src=x onerror=alert(1)>'
    const made = await make(600, { slug: 'hostile', title, subtitle: title, description: title })
    const { text } = await site.page('/events/hostile')
    const panel = (await site.region(`event:${made.id}/panel`)) ?? ''
    expect(panel).not.toContain('<script')
    expect(panel).not.toContain('<img')
    expect(text.slice(text.indexOf('<article'))).not.toContain('<img')
  })

  it('redirects from its older addresses, the calendar file as well', async () => {
    const { p } = test
    const made = await make(600, { slug: 'old-name' })
    await updateEvent(p, SYSTEM, made.id, 1, { slug: 'new-name' })
    expect(await site.page('/events/old-name')).toMatchObject({
      status: 301,
      headers: { location: '/events/new-name' },
    })
    expect(await site.page('/events/old-name.ics')).toMatchObject({
      status: 301,
      headers: { location: '/events/new-name.ics' },
    })
    expect((await site.page('/events/nothing.ics')).status).toBe(404)
  })

  it.each(['%00', '..%2F..%2Fetc', "'; drop table events", 'x'.repeat(500), '👻'])(
    'has nothing at %j',
    async (slug) => {
      expect((await site.page(`/events/${encodeURIComponent(slug)}`)).status).toBe(404)
    },
  )

  it('takes a cursor of its own list and no other', async () => {
    expect((await site.page('/events?after=nonsense')).status).toBe(404)
    expect((await site.call(null, 'GET', '/api/v1/events?state=past&after=1~2')).status).toBe(400)
    expect((await site.call(null, 'GET', '/api/v1/events?state=past&limit=100000')).status).toBe(400)
  })
})

describe('the calendar', () => {
  it('keeps the id of an event, counts its changes up, and takes out what has no date', async () => {
    const { p } = test
    const made = await make(5000, { slug: 'cal' })
    const calendar = async (): Promise<string> => (await site.page('/events/cal.ics')).text
    const field = (text: string, name: string): string =>
      new RegExp(`^${name}:(.*)\\r$`, 'm').exec(text)?.[1] ?? ''
    const first = await calendar()
    expect(field(first, 'UID')).toBe(`${made.id}@pressbox`)
    expect(field(first, 'STATUS')).toBe('CONFIRMED')
    await postponeEvent(p, SYSTEM, made.id, { words: 'Fog' })
    const postponed = await calendar()
    expect(field(postponed, 'UID')).toBe(field(first, 'UID'))
    expect(field(postponed, 'STATUS')).toBe('CANCELLED')
    expect(field(postponed, 'SUMMARY')).toContain('Postponed')
    expect(Number(field(postponed, 'SEQUENCE'))).toBeGreaterThan(Number(field(first, 'SEQUENCE')))
    expect(await calendar()).toBe(postponed)
  })
})

describe('the doors of the studio', () => {
  it('make, change, run and delay an event', async () => {
    const body = {
      title: 'At the doors',
      start: { wall: '2027-02-01T20:00', zone: 'America/Chicago' },
      action: { label: 'WATCH NOW', href: 'https://watch.example/live' },
    }
    const made = await site.call('host', 'POST', '/api/v1/events', body)
    expect(made).toMatchObject({ status: 200, etag: '"1"', json: { startsAt: '2027-02-02T02:00:00.000Z' } })
    const path = `/api/v1/events/${String(made.json['id'])}`
    expect((await site.call('host', 'PATCH', path, { title: 'Renamed' })).status).toBe(428)
    expect((await site.call('host', 'PATCH', path, { title: 'Renamed' }, { 'if-match': '"1"' })).status).toBe(
      200,
    )
    expect((await site.call('host', 'PATCH', path, { title: 'Again' }, { 'if-match': '"1"' })).status).toBe(
      412,
    )
    const started = await site.call('host', 'POST', `${path}/actions`, { action: 'start' })
    expect(started.json).toMatchObject({ phase: { phase: 'live' }, onStrip: true })
    expect((await site.call('host', 'PUT', `${path}/delay`, { delaySeconds: 25 })).json).toMatchObject({
      delaySeconds: 25,
    })
    expect((await site.call('host', 'DELETE', path, undefined, { 'if-match': '3' })).status).toBe(412)
  })

  it('do once what is asked twice with one key', async () => {
    const made = await make(600, { slug: 'once' })
    const act = () =>
      site.call(
        'host',
        'POST',
        `/api/v1/events/${made.id}/actions`,
        { action: 'start' },
        { 'idempotency-key': 'k1' },
      )
    const [first, second] = [await act(), await act()]
    expect(first.status).toBe(200)
    expect(second).toMatchObject({ status: 200, json: { revision: first.json['revision'] } })
  })

  it.each([
    [{ title: '', start: { at: '2027-01-01T00:00:00Z', zone: 'UTC' } }, 400],
    [{ title: 'x'.repeat(161), start: { at: '2027-01-01T00:00:00Z', zone: 'UTC' } }, 400],
    [{ title: 'x', start: 'tomorrow' }, 400],
    [{ title: 'x', start: { wall: '2026-03-08T02:30', zone: 'America/New_York' } }, 422],
    [
      { title: 'x', start: { at: '2027-01-01T00:00:00Z', zone: 'UTC' }, watchUrl: 'javascript:alert(1)' },
      400,
    ],
    [{ title: 'x', start: { at: '2027-01-01T00:00:00Z', zone: 'UTC' }, watchUrl: '//evil.example' }, 400],
    [{ title: 'x', start: { at: '2027-01-01T00:00:00Z', zone: 'UTC' }, delaySeconds: 91 }, 400],
    [{ title: 'x', start: { at: '2027-01-01T00:00:00Z', zone: 'UTC' }, slug: '../etc' }, 400],
    [
      {
        title: 'x',
        start: { at: '2027-01-01T00:00:00Z', zone: 'UTC' },
        soonSeconds: 90,
        announceSeconds: 60,
      },
      422,
    ],
    [{ title: 'x', start: { at: '2027-01-01T00:00:00Z', zone: 'UTC' }, showId: crypto.randomUUID() }, 422],
    [{ title: 'x', start: { at: '2027-01-01T00:00:00Z', zone: 'UTC' }, closedAt: '2020-01-01' }, 400],
  ])('refuse %j', async (body, status) => {
    expect((await site.call('host', 'POST', '/api/v1/events', body)).status).toBe(status)
  })

  it('raise an alarm for an event that nobody ended', async () => {
    const made = await make(-3600, { slug: 'forgotten', plannedMinutes: 30 })
    const alarms = await site.call('editor', 'GET', '/api/v1/desk/events?state=alarms')
    expect(alarms.json['items']).toContainEqual(
      expect.objectContaining({
        id: made.id,
        alarms: [expect.objectContaining({ kind: 'over-planned-end' })],
      }),
    )
  })

  it('keep shows', async () => {
    const show = await createShow(test.p, SYSTEM, { title: 'The Long Count Live' })
    const path = `/api/v1/shows/${show.id}`
    expect(
      (await site.call('host', 'PATCH', path, { title: 'Longer' }, { 'if-match': '1' })).json,
    ).toMatchObject({
      slug: 'the-long-count-live',
      title: 'Longer',
      revision: 2,
    })
    const event = await make(600, { slug: 'of-show', showId: show.id })
    expect((await site.page(`/events/${event.slug}`)).text).toContain('Longer')
    expect((await site.call('host', 'POST', '/api/v1/shows', { slug: show.slug, title: 'x' })).status).toBe(
      409,
    )
  })
})

describe('the lists', () => {
  it('page through what is over, each event once', async () => {
    for (let i = 0; i < 5; i++) {
      const past = await make(-86_400 * (i + 2), { slug: `past-${i}` })
      await startEvent(test.p, SYSTEM, past.id, { at: past.details.startsAt }).catch(() => undefined)
      await endEvent(test.p, SYSTEM, past.id, { at: new Date(past.details.startsAt.getTime() + 3_600_000) })
    }
    const seen: string[] = []
    for (let after = ''; ;) {
      const page = await site.call(null, 'GET', `/api/v1/events?state=past&limit=2${after}`)
      seen.push(...(page.json['items'] as { slug: string }[]).map(({ slug }) => slug))
      if (page.json['next'] === null) break
      after = `&after=${encodeURIComponent(page.json['next'] as string)}`
    }
    expect(seen.filter((slug) => slug.startsWith('past-'))).toEqual([
      'past-0',
      'past-1',
      'past-2',
      'past-3',
      'past-4',
    ])
    expect(new Set(seen).size).toBe(seen.length)
  })
})
