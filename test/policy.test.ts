import { afterAll, beforeAll, expect, test } from 'vitest'
import { findMatch } from '../src/league/match-store.ts'
import { overlayPath } from '../src/league/overlay-key.ts'
import { smallSeason } from '../src/league/test-season.ts'
import { createEvent } from '../src/live/create-event.ts'
import { NewEvent } from '../src/live/wire.ts'
import { documentOf } from '../src/newsroom/document.ts'
import { SYSTEM } from '../src/people/public.ts'
import { createPage } from '../src/site/create-page.ts'
import { openDesk } from './support/newsroom-desk.ts'
import { type WholeHouse, wholeHouse } from './support/whole-house.ts'

let house: WholeHouse
let overlay: string
let producers: string
const VIDEO = { type: 'embed', provider: 'youtube', video: 'abcdefghijk', title: 'A clip' } as const

beforeAll(async () => {
  house = await wholeHouse()
  const desk = await openDesk(house.p)
  const start = { at: new Date(Date.now() + 60_000).toISOString(), zone: 'UTC' }
  const event = await createEvent(house.p, SYSTEM, NewEvent.parse({ title: 'A match', slug: 'match', start }))
  const document = documentOf([VIDEO, { type: 'card', module: 'live', ref: event.id }])
  await desk.published({ headline: 'A story', slug: 'story', document })
  const season = await smallSeason(house.p)
  const match = await season.match({ slug: 'match-45' })
  overlay = `/overlay/matches/${match}`
  producers = overlayPath((await findMatch(house.p, match))!)
  await createPage(house.p, SYSTEM, { slug: 'about', title: 'About', document })
})
afterAll(() => house.close())

const PAGES = [
  '/',
  '/stories/story',
  '/tags/goalies',
  '/authors/june-aldous',
  '/archive',
  '/events',
  '/events/match',
  '/seasons',
  '/seasons/season-4',
  '/matches/match-45',
  '/search?q=story',
  '/about',
  '/corrections',
  '/nowhere',
  '/studio',
]

test.each([...PAGES, 'viewers', 'producers'])(
  'the policy of %s allows nothing inline and no eval, and the page needs neither',
  async (page) => {
    const { headers, text } = await house.get({ viewers: overlay, producers }[page] ?? page)
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe-|\*/)
    expect(/script-src ([^;]*)/.exec(policy)?.[1]).toBe("'self'")
    expect(text).not.toMatch(/<[^>]*\s(style|on[a-z]+)\s*=/i)
    const scripts = text.match(/<script\b[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(0)
    for (const script of scripts) expect(script).toMatch(/ src="\/|type="application\/ld\+json"/)
    expect(headers['x-content-type-options']).toBe('nosniff')
  },
)

test('a page loads nothing from elsewhere before its reader asks for it', async () => {
  for (const path of PAGES) {
    const { text } = await house.get(path)
    const loaded = text.match(/<(?:script|img|source|iframe|video|audio)\b[^>]*(?:src|srcset)="[^"]*"/g) ?? []
    for (const element of loaded) expect(element).not.toMatch(/(?:src|srcset)="(?:https?:)?\/\//)
    expect(text).not.toMatch(/<iframe|<link rel="(?:stylesheet|preload)"[^>]*href="(?:https?:)?\/\//)
  }
})
