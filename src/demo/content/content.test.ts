import { describe, expect, test } from 'vitest'
import { artSvg } from '../art/draw-art.ts'
import { grounds, motifs } from '../art/art-spec.ts'
import { portraitSvg } from '../art/portrait.ts'
import { authors } from './authors.ts'
import { inline } from './blocks.ts'
import { brand } from './brand.ts'
import type { DemoBlock, Inline } from './demo-types.ts'
import { events, flippingEvent, shows } from './events.ts'
import { clipPlaces, clips, quoteMoments, tellingSlug } from './footage.ts'
import { comingMatches, nextMatch, playedMatches, runningMatch, sides } from './league.ts'
import { collections, type DemoCollection, drop } from './shop.ts'
import { demoCorrection, stories } from './stories.ts'
import { tags } from './tags.ts'

const slugs = (things: { slug: string }[]): Set<string> => new Set(things.map((thing) => thing.slug))

function inlinesOf(block: DemoBlock): Inline[] {
  if (block.type === 'list') return block.items.flat()
  return 'text' in block ? block.text : []
}

const textOf = (blocks: DemoBlock[]): string =>
  blocks
    .map((block) =>
      inlinesOf(block)
        .map((part) => part.text)
        .join(''),
    )
    .join('\n')

const wordsOf = (blocks: DemoBlock[]): number => textOf(blocks).split(/\s+/).filter(Boolean).length

describe('the demo stories', () => {
  test('there are 46, with slugs of their own', () => {
    expect(stories).toHaveLength(46)
    expect(slugs(stories).size).toBe(46)
  })

  test('every author and every tag that a story names exists, and none is without a story', () => {
    const known = { authors: slugs(authors), tags: slugs(tags) }
    for (const story of stories) {
      expect(
        story.authors.filter((slug) => !known.authors.has(slug)),
        story.slug,
      ).toEqual([])
      expect(
        story.tags.filter((slug) => !known.tags.has(slug)),
        story.slug,
      ).toEqual([])
      expect(story.authors.length, story.slug).toBeGreaterThan(0)
    }
    expect(new Set(stories.flatMap((story) => story.authors))).toEqual(known.authors)
    expect(new Set(stories.flatMap((story) => story.tags))).toEqual(known.tags)
  })

  test('every link and card leads somewhere, and no published story gives away one that is not', () => {
    const published = slugs(stories.filter((story) => story.publishedMinutesAgo !== null))
    for (const story of stories) {
      for (const block of story.blocks) {
        if (block.type === 'embed') expect(block.video, story.slug).toMatch(/^[\w-]{11}$/)
        if (block.type === 'card') expect(slugs(events), story.slug).toContain(block.ref)
        for (const { link } of inlinesOf(block)) {
          if (link?.startsWith('/stories/')) expect(published, story.slug).toContain(link.slice(9))
          else if (link !== undefined)
            expect(slugs(events), story.slug).toContain(link.replace('/events/', ''))
        }
      }
    }
  })

  test('every picture is described, and no two covers are the same drawing', () => {
    const pictures = stories.flatMap((story) => [
      story.cover,
      ...story.blocks.filter((block) => block.type === 'image'),
    ])
    expect(pictures.filter((picture) => picture.alt.trim().length < 15)).toEqual([])
    const drawn = pictures.map(({ art }) => `${art.motif} ${art.ground} ${art.seed}`)
    expect(new Set(drawn).size).toBe(drawn.length)
  })

  test('they spread over a year, with two drafts and two that are scheduled', () => {
    const ages = stories.flatMap((story) => story.publishedMinutesAgo ?? [])
    expect(ages).toHaveLength(42)
    expect(Math.min(...ages)).toBe(12)
    expect(Math.max(...ages)).toBeLessThanOrEqual(525_600)
    const months = new Set(ages.map((age) => Math.floor(age / 43_800)))
    expect(months.size).toBeGreaterThanOrEqual(8)
    expect(stories.flatMap((story) => story.scheduledInMinutes ?? []).toSorted((a, b) => a - b)).toEqual([
      25, 180,
    ])
  })

  test('the kinds are there: a lead, short takes by different writers, satire, one paid for and marked', () => {
    expect(stories.filter((story) => story.lead)).toHaveLength(1)
    const short = stories.filter((story) => story.shortTake)
    expect(new Set(short.flatMap((story) => story.authors)).size).toBe(short.length)
    for (const take of short) expect(wordsOf(take.blocks), take.slug).toBeLessThan(270)
    expect(stories.filter((story) => story.kind === 'satire')).toHaveLength(3)
    expect(stories.filter((story) => story.sponsor).map((story) => story.kind)).toEqual(['sponsored'])
    expect(stories.filter((story) => wordsOf(story.blocks) >= 500).length).toBeGreaterThanOrEqual(10)
  })

  test('nothing is filler and no sentence is told twice', () => {
    const all = stories.map((story) => textOf(story.blocks))
    expect(all.join(' ')).not.toMatch(/lorem|ipsum|placeholder|TODO/i)
    const sentences = all.flatMap((text) => text.split(/(?<=[.?!])\s+/)).filter((said) => said.length > 40)
    expect(sentences.filter((said, i) => sentences.indexOf(said) !== i)).toEqual([])
  })

  test('every mark was read: no stray asterisks, brackets or straight quotes are printed', () => {
    for (const story of stories) {
      const printed = [story.headline, story.standfirst, textOf(story.blocks)].join('\n')
      expect(printed.match(/.{0,20}(\*|\]\(|"|').{0,20}/g), story.slug).toBeNull()
    }
  })

  test('the headline that is corrected belongs to a young published story', () => {
    const story = stories.find(({ slug }) => slug === demoCorrection.slug)
    expect(story?.publishedMinutesAgo).toBeLessThan(60)
    expect(story?.headline).not.toBe(demoCorrection.headline)
  })
})

describe('the demo events, promos and brand', () => {
  test('a show and a match are on, one event flips within two minutes, and what is over says so or has a match that does', () => {
    expect(slugs(events).size).toBe(events.length)
    expect(events.filter((event) => event.state === 'live')).toHaveLength(2)
    expect(flippingEvent.startsInSeconds - flippingEvent.soonBeforeSeconds).toBe(45)
    const over = events.filter((event) => event.state === 'ended')
    expect(over).toHaveLength(5)
    const played = new Set(playedMatches.map(({ event }) => event))
    expect(events.filter(({ state, slug }) => state === 'match' && !played.has(slug))).toEqual([])
    expect(over.filter((event) => !event.finalWords || event.startsInSeconds >= 0)).toEqual([])
    expect(events.filter((event) => !slugs(shows).has(event.show))).toEqual([])
  })

  test('one collection is open when the demo starts, one is sold out, and one opens after a minute with few of some sizes', () => {
    const open = collections.filter(({ opensInSeconds }) => opensInSeconds <= 0)
    const pieces = ({ products }: DemoCollection): number[] =>
      products.flatMap(({ stock }) => Object.values(stock))
    expect(open.map((each) => pieces(each).some((left) => left > 0))).toEqual([true, false])
    expect(drop.opensInSeconds).toBe(60)
    expect(new Set(drop.products.map(({ type }) => type)).size).toBe(5)
    expect(pieces(drop).filter((left) => left <= 3).length).toBeGreaterThan(2)
    const skus = collections.flatMap(({ products }) => products.map(({ slug }) => slug))
    expect(new Set(skus).size).toBe(skus.length)
  })

  test('every side has a name, letters and players of its own, and every match two of them', () => {
    const keys = new Set(sides.map(({ key }) => key))
    const players = sides.flatMap((side) => side.players)
    expect(new Set(players).size).toBe(players.length)
    expect(new Set(sides.map(({ short }) => short)).size).toBe(sides.length)
    const all = [...playedMatches, ...comingMatches, runningMatch, nextMatch]
    expect(new Set(all.map(({ number }) => number)).size).toBe(all.length)
    expect(all.filter(({ sides: [a, b] }) => a === b || !keys.has(a) || !keys.has(b))).toEqual([])
  })

  test('every clip has its place in its story, and every quoted moment lies in its clip', () => {
    const telling = stories.find(({ slug }) => slug === tellingSlug)?.blocks ?? []
    const begins = (words: string): boolean => telling.some((block) => textOf([block]).startsWith(words))
    expect(clipPlaces.filter(({ before }) => !begins(before))).toEqual([])
    expect(quoteMoments.filter(({ starts }) => !begins(starts))).toEqual([])
    for (const { clip, from, to } of quoteMoments) {
      const { inMs, outMs } = clips.find(({ key }) => key === clip) ?? { inMs: 0, outMs: 0 }
      expect(from).toBeLessThan(to)
      expect(to).toBeLessThanOrEqual(outMs - inMs)
    }
  })

  test('the static pages that the footer links to exist', () => {
    const linked = brand.footer.find(({ title }) => title === 'The paper')?.links ?? []
    expect(linked.map(({ url }) => url)).toEqual(['/about', '/contact', '/privacy', '/terms'])
    for (const { url } of linked) expect(slugs(brand.pages)).toContain(url.slice(1))
  })
})

describe('the builders and the art', () => {
  test('inline marks become parts', () => {
    expect(inline(`So *it* **is**, [he](/stories/x) said: "no".`)).toEqual([
      { text: 'So ' },
      { text: 'it', italic: true },
      { text: ' ' },
      { text: 'is', bold: true },
      { text: ', ' },
      { text: 'he', link: '/stories/x' },
      { text: ' said: “no”.' },
    ])
  })

  test.each(motifs)('%s is drawn the same each time, on every ground, in a modest size', (motif) => {
    for (const ground of grounds) {
      const svg = artSvg({ motif, ground, seed: 5 }, 1600, 900)
      expect(artSvg({ motif, ground, seed: 5 }, 1600, 900)).toBe(svg)
      expect(svg).not.toMatch(/NaN|undefined|Infinity/)
      expect(svg.length).toBeLessThan(400_000)
    }
  })

  test('another seed draws another picture, and every writer has a face of their own', () => {
    const spec = { motif: 'puck', ground: 'hot' } as const
    expect(artSvg({ ...spec, seed: 1 }, 1600, 900)).not.toBe(artSvg({ ...spec, seed: 2 }, 1600, 900))
    expect(new Set(authors.map(({ look }) => portraitSvg(look))).size).toBe(authors.length)
  })
})
