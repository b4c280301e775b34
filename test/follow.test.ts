import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPicture } from '../src/footage/public.ts'
import { updatePicture } from '../src/footage/update-picture.ts'
import { smallSeason } from '../src/league/test-season.ts'
import { updatePlayer } from '../src/league/update-player.ts'
import { updateSeason } from '../src/league/update-season.ts'
import { updateSide } from '../src/league/update-side.ts'
import { createEvent } from '../src/live/create-event.ts'
import { createShow } from '../src/live/create-show.ts'
import { updateEvent } from '../src/live/update-event.ts'
import { updateShow } from '../src/live/update-show.ts'
import { NewEvent } from '../src/live/wire.ts'
import { createAuthor } from '../src/newsroom/create-author.ts'
import { createStory } from '../src/newsroom/create-story.ts'
import { createTag } from '../src/newsroom/create-tag.ts'
import { documentOf } from '../src/newsroom/document.ts'
import { publishStory } from '../src/newsroom/publish-story.ts'
import { saveStory } from '../src/newsroom/save-story.ts'
import { updateAuthor } from '../src/newsroom/update-author.ts'
import { updateTag } from '../src/newsroom/update-tag.ts'
import type { Story, StoryInput } from '../src/newsroom/wire.ts'
import { SYSTEM } from '../src/people/public.ts'
import { createPage } from '../src/site/create-page.ts'
import { curateFront } from '../src/site/curate-front.ts'
import { createPromo } from '../src/site/create-promo.ts'
import { updateBrand } from '../src/site/update-brand.ts'
import { updateMenus } from '../src/site/update-menus.ts'
import { updatePage } from '../src/site/update-page.ts'
import { updatePromo } from '../src/site/update-promo.ts'
import { Brand, Front, Menus } from '../src/site/wire.ts'
import { StreamReader } from './support/stream-reader.ts'
import { type WholeHouse, wholeHouse } from './support/whole-house.ts'

let house: WholeHouse
let picture: string
let author: string
let tag: string
let story: Story
let show: string
let event: string
const text = (words: string) => documentOf([{ type: 'paragraph', text: [{ text: words }] }])

beforeAll(async () => {
  house = await wholeHouse()
  const { p } = house
  const create = { width: 1300, height: 700, channels: 3 as const, background: 'navy' }
  const bytes = await sharp({ create }).png().toBuffer()
  picture = (await addPicture(p, SYSTEM, { bytes, alt: 'Old alt', credit: 'Old credit' })).picture.id
  author = (
    await createAuthor(p, SYSTEM, { name: 'Old Name', slug: 'writer', bio: 'Old bio', portrait: picture })
  ).id
  tag = (await createTag(p, SYSTEM, { name: 'Old Tag', slug: 'filed', description: 'Old description' })).id
  show = (await createShow(p, SYSTEM, { slug: 'show', title: 'Old Show', description: '' })).id
  event = (await createEvent(p, SYSTEM, anEvent())).id
  story = await firstStory()
  await curateFront(
    p,
    SYSTEM,
    0,
    Front.parse({ shelves: [{ kind: 'latest' }, { kind: 'tag', tag: 'filed' }] }),
  )
  for (let i = 0; i < 3; i++) await published({ headline: `Another ${i}`, shortTake: i === 0 })
})
afterAll(() => house.close())

const anEvent = () =>
  NewEvent.parse({
    title: 'Old Event',
    slug: 'event',
    showId: show,
    start: { at: new Date(Date.now() + 3_600_000).toISOString(), zone: 'America/New_York' },
    announceSeconds: 7200,
  })

async function published(given: Partial<StoryInput>): Promise<Story> {
  const content = { standfirst: 'Old standfirst', authors: [author], tags: [tag], document: text('Words.') }
  const { id } = await createStory(house.p, SYSTEM, { ...content, ...given })
  return publishStory(house.p, SYSTEM, id, { revision: null })
}

const firstStory = (): Promise<Story> =>
  published({
    headline: 'Old Headline',
    slug: 'story',
    cover: picture,
    document: documentOf([
      { type: 'image', picture, alt: 'In the text' },
      { type: 'card', module: 'live', ref: event },
    ]),
  })

interface Follows {
  change: () => Promise<unknown>
  before: string
  after: string
  pages: string[]
  regions: string[]
}

/** Has every page held and every region watched before, and looks at both after the change. */
async function expectToFollow({ change, before, after, pages, regions }: Follows): Promise<void> {
  for (const path of pages)
    expect({ path, text: (await house.get(path)).text }).toMatchObject({
      text: expect.stringContaining(before),
    })
  const reader = await StreamReader.open(house.origin, `regions=${regions.map((key) => `${key}~`).join(',')}`)
  await reader.until(({ shows }) => regions.every((key) => shows.get(key)?.includes(before)))
  await change()
  await reader.until(({ shows }) => regions.every((key) => shows.get(key)?.includes(after)))
  for (const key of regions)
    expect([key, reader.shows.get(key)]).toEqual([key, expect.not.stringContaining(before)])
  reader.close()
  for (const path of pages) {
    const page = await house.get(path)
    expect([path, page.text.includes(before), page.text.includes(after)]).toEqual([path, false, true])
  }
}

const storyId = (): string => story.id

test('the name of an author follows on everything that the author has written', () =>
  expectToFollow({
    change: () =>
      updateAuthor(house.p, SYSTEM, author, 1, {
        name: 'New Name',
        slug: 'writer',
        bio: 'Old bio',
        portrait: picture,
      }),
    before: 'Old Name',
    after: 'New Name',
    pages: [
      '/',
      '/stories/story',
      '/authors/writer',
      '/tags/filed',
      '/rss.xml',
      '/feed.json',
      '/search?q=headline',
      '/nowhere',
    ],
    regions: [
      `story:${storyId()}/head`,
      'author:writer/about',
      'author:writer/stories',
      'front/lead',
      'front/takes',
    ],
  }))

test('the name of a tag follows wherever stories are filed under it', () =>
  expectToFollow({
    change: () =>
      updateTag(house.p, SYSTEM, tag, 1, { name: 'New Tag', slug: 'filed', description: 'Old description' }),
    before: 'Old Tag',
    after: 'New Tag',
    pages: ['/', '/stories/story', '/tags/filed', '/rss.xml', '/tags/filed/rss.xml', '/tags/filed/feed.json'],
    regions: [
      `story:${storyId()}/head`,
      `story:${storyId()}/tags`,
      `story:${storyId()}/more`,
      'tag:filed/about',
      'front/shelves',
    ],
  }))

test('the alternative text and the credit of a picture follow where it is shown', () =>
  expectToFollow({
    change: () => updatePicture(house.p, SYSTEM, picture, 1, { alt: 'New alt', credit: 'New credit' }),
    before: 'Old credit',
    after: 'New credit',
    pages: ['/stories/story'],
    regions: [`story:${storyId()}/body`],
  }))

test('the focal point of a picture follows where it is cropped', async () => {
  const crop = /\/files\/[0-9a-f]{64}\/\d+x\d+-(\d+-\d+)\./
  const at = async (path: string) => crop.exec((await house.get(path)).text)?.[1]
  const pages = ['/', '/stories/story', '/authors/writer', '/rss.xml']
  for (const path of pages) expect([path, await at(path)]).toEqual([path, '50-50'])
  await updatePicture(house.p, SYSTEM, picture, 2, { focalX: 10, focalY: 20 })
  for (const path of pages) expect([path, await at(path)]).toEqual([path, '10-20'])
})

test('a corrected headline follows on every list, in the corrections and in what was found', () =>
  expectToFollow({
    change: async () => {
      const { slug, kind, sponsor, standfirst, document, cover, shortTake, authors, tags } = story
      const content = { slug, kind, sponsor, standfirst, document, cover, shortTake, authors, tags }
      await saveStory(house.p, SYSTEM, story.id, story.revision, { ...content, headline: 'New Headline' })
      await publishStory(house.p, SYSTEM, story.id, { revision: null, correction: 'It was old.' })
    },
    before: 'Old Headline',
    after: 'New Headline',
    pages: [
      '/',
      '/stories/story',
      '/authors/writer',
      '/tags/filed',
      '/rss.xml',
      '/atom.xml',
      '/feed.json',
      '/news-sitemap.xml',
      '/search?q=headline',
      '/nowhere',
    ],
    regions: [`story:${storyId()}/head`, 'front/shelves', 'author:writer/stories', 'tag:filed/stories'],
  }))

test('the correction stands in the list of corrections at once', async () => {
  expect((await house.get('/corrections')).text).toContain('It was old.')
})

test('the title of an event follows in the strip, in lists, in its calendar and in the story that shows its card', async () => {
  await expectToFollow({
    change: () => updateEvent(house.p, SYSTEM, event, 1, { title: 'New Event' }),
    before: 'Old Event',
    after: 'New Event',
    pages: [
      '/',
      '/about-nothing',
      '/stories/story',
      '/events',
      '/events/event',
      '/events/event.ics',
      '/events.ics',
      '/api/v1/events/event',
    ],
    regions: [
      'strip',
      'live/now',
      'live/coming',
      'events/coming',
      `event:${event}/panel`,
      `event:${event}/card`,
    ],
  })
})

test('the name of a show follows on the pages of its events', () =>
  expectToFollow({
    change: () => updateShow(house.p, SYSTEM, show, 1, { title: 'New Show' }),
    before: 'Old Show',
    after: 'New Show',
    pages: ['/events/event', '/api/v1/events/event'],
    regions: [`event:${event}/panel`, 'live/now'],
  }))

test('names of sides, players and seasons follow on the pages of the league', async () => {
  const season = await smallSeason(house.p, ' Old')
  const match = await season.match({ slug: 'match' })
  await season.start(match)
  await season.rule(match, 1, 0, 'correct')
  const [side] = season.sides
  const ofMatch = ['box', 'log', 'players', 'card', 'now', 'overlay'].map((part) => `match:${match}/${part}`)
  const ofSeason = [`season:${season.id}/table`, `season:${season.id}~1/schedule`, `season:${season.id}/top`]
  await expectToFollow({
    change: () => updateSide(house.p, SYSTEM, side, 1, { name: 'Harbor Town' }),
    before: 'Harbor City Old',
    after: 'Harbor Town',
    pages: [
      '/',
      '/matches/match',
      '/seasons/season-4-old',
      '/seasons/season-4-old.ics',
      '/api/v1/matches/match',
    ],
    regions: [...ofMatch, ...ofSeason],
  })
  await expectToFollow({
    change: () => updatePlayer(house.p, SYSTEM, season.players[0], 1, { name: 'Ree New' }),
    before: 'Ree Sato Old',
    after: 'Ree New',
    pages: ['/matches/match', '/api/v1/matches/match'],
    regions: [`match:${match}/log`, `match:${match}/players`],
  })
  await expectToFollow({
    change: () => updateSeason(house.p, SYSTEM, season.id, 1, { name: 'Season New' }),
    before: 'Season 4 Old',
    after: 'Season New',
    pages: ['/', '/matches/match', '/seasons', '/seasons/season-4-old', '/seasons/season-4-old.ics'],
    regions: [`match:${match}/box`, `match:${match}/card`, 'league/now', 'league/seasons'],
  })
})

test('the zone of the brand follows wherever a time is said', async () => {
  const brand = Brand.parse({ timeZone: 'America/New_York' })
  await updateBrand(house.p, SYSTEM, 0, brand)
  const says = async (zone: RegExp) => {
    for (const path of ['/', '/events', '/events/event', '/stories/story'])
      expect([path, (await house.get(path)).text]).toEqual([path, expect.stringMatching(zone)])
  }
  await says(/ E[SD]T</)
  await updateBrand(house.p, SYSTEM, 1, { ...brand, timeZone: 'Asia/Tokyo' })
  await says(/ GMT\+9</)
})

test('name, tagline and colours of the brand follow on every page', async () => {
  const brand = Brand.parse({ name: 'Old Paper', tagline: 'Old words', logoWords: ['', ''] })
  await updateBrand(house.p, SYSTEM, 2, brand)
  const colours = { ...brand.colours, hot: '#12ABEF' }
  await expectToFollow({
    change: () => updateBrand(house.p, SYSTEM, 3, { ...brand, name: 'New Paper', colours }),
    before: 'Old Paper',
    after: 'New Paper',
    pages: [
      '/',
      '/stories/story',
      '/archive',
      '/events',
      '/rss.xml',
      '/atom.xml',
      '/feed.json',
      '/manifest.webmanifest',
      '/news-sitemap.xml',
      '/nowhere',
    ],
    regions: ['site/masthead', 'site/footer'],
  })
  expect((await house.get('/')).text.toLowerCase()).toContain('#12abef')
})

test('a menu follows in the masthead and the footer of every page', async () => {
  const menus = (label: string) =>
    Menus.parse({
      menu: [{ label, url: '/about' }],
      footer: [{ title: 'More', links: [{ label, url: '/about' }] }],
    })
  await updateMenus(house.p, SYSTEM, 0, menus('Old Entry'))
  await expectToFollow({
    change: () => updateMenus(house.p, SYSTEM, 1, menus('New Entry')),
    before: 'Old Entry',
    after: 'New Entry',
    pages: ['/', '/stories/story', '/events/event', '/nowhere'],
    regions: ['site/masthead', 'site:~archive/masthead', 'site/footer'],
  })
})

test('a static page follows its own changes, and its address leads on', async () => {
  const page = { title: 'Old Title', document: text('Old words of it'), slug: 'about' }
  const { id } = await createPage(house.p, SYSTEM, page)
  await expectToFollow({
    change: () => updatePage(house.p, SYSTEM, id, 1, { ...page, title: 'New Title' }),
    before: 'Old Title',
    after: 'New Title',
    pages: ['/about'],
    regions: [],
  })
  expect((await house.get('/sitemaps/pages.xml')).text).toContain('/about<')
  await updatePage(house.p, SYSTEM, id, 2, { ...page, slug: 'about-us' })
  const moved = await house.get('/about')
  expect([moved.status, moved.headers['location']]).toEqual([301, '/about-us'])
  expect((await house.get('/sitemaps/pages.xml')).text).toContain('/about-us<')
})

test('a promo follows its changes on every page', async () => {
  const promo = { action: { label: 'Go', url: '/hats' }, zone: 'UTC', from: '2026-01-01T00:00' }
  const { id } = await createPromo(house.p, SYSTEM, { ...promo, title: 'Old Hats' })
  await expectToFollow({
    change: () => updatePromo(house.p, SYSTEM, id, 1, { ...promo, title: 'New Hats' }),
    before: 'Old Hats',
    after: 'New Hats',
    pages: ['/', '/stories/story', '/nowhere'],
    regions: ['promos'],
  })
})

test('a tag that gets another address takes its shelf of the front page and the readers of its feed along', async () => {
  await updateTag(house.p, SYSTEM, tag, 2, { name: 'New Tag', slug: 'filed-anew', description: '' })
  expect((await house.get('/')).text).toContain('href="/tags/filed-anew"')
  const feed = await house.get('/tags/filed/rss.xml')
  expect([feed.status, feed.headers['location']]).toEqual([301, '/tags/filed-anew/rss.xml'])
  expect((await house.get('/api/v1/stories?tag=filed-anew')).text).toContain('New Headline')
})

test('stories are found by the new name of their author, and of a tag, soon after', async () => {
  await updateAuthor(house.p, SYSTEM, author, 2, { name: 'Zelda Quince', slug: 'writer' })
  await updateTag(house.p, SYSTEM, tag, 3, { name: 'Lighthouses', slug: 'filed-anew' })
  await house.p.jobs.start()
  for (const words of ['quince', 'lighthouses'])
    await expect.poll(async () => (await house.get(`/search?q=${words}`)).text).toContain('New Headline')
})

test('an author who gets another address is led to by the earlier one', async () => {
  await updateAuthor(house.p, SYSTEM, author, 3, { name: 'Zelda Quince', slug: 'other-writer' })
  const moved = await house.get('/authors/writer')
  expect([moved.status, moved.headers['location']]).toEqual([301, '/authors/other-writer'])
})
