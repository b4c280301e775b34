import { listStories, presentTagSlug, type StorySummary } from '../../newsroom/public.ts'
import { html, type Html } from '../../platform/html.ts'
import type { Reading } from '../../platform/live/reading.ts'
import { brandOf } from '../brand-store.ts'
import { chooseLead } from '../choose-lead.ts'
import { type FilledShelf, fillShelves, LATEST_SIZE, SHELF_SIZE } from '../choose-shelves.ts'
import type { Brand, Shelf } from '../wire.ts'
import { byline, cover, kicker } from './story-parts.ts'

/** Enough to fill a shelf with what no shelf above it has. */
const SPARE = 16

export async function frontShelves(reading: Reading): Promise<Html> {
  const brand = await brandOf(reading)
  const { lead, front } = await chooseLead(reading)
  const shelves = await Promise.all(front.shelves.map((shelf) => load(reading, shelf)))
  const filled = fillShelves(shelves, new Set(lead ? [lead.id] : []))
  return html`${filled.map((shelf, i) => shelfHtml(shelf, i, brand))}`
}

async function load(reading: Reading, shelf: Shelf): Promise<FilledShelf & { size: number }> {
  if (shelf.kind === 'latest') {
    const { items } = await listStories(reading, { limit: LATEST_SIZE + SPARE })
    const stories = items.filter(({ shortTake }) => !shortTake)
    return { title: 'Latest', path: '/archive', stories, size: LATEST_SIZE }
  }
  const tag = await presentTagSlug(reading, shelf.tag)
  const { items } = await listStories(reading, { limit: SHELF_SIZE + SPARE, tag })
  const name = items[0]?.tags.find(({ slug }) => slug === tag)?.name
  return {
    title: shelf.title || name || tag,
    path: `/tags/${tag}`,
    stories: items,
    size: SHELF_SIZE,
  }
}

const shelfHtml = ({ title, path, stories }: FilledShelf, i: number, brand: Brand): Html =>
  html`<section class="shelf" aria-labelledby="shelf-${i}"><div class="shelf-head"><h2 id="shelf-${i}">${title}</h2><a href="${path}">All of it<span class="sr">: ${title}</span></a></div><ul>${stories.map((story) => card(story, brand))}</ul></section>`

const SIZES = '(max-width: 720px) 70vw, 280px'

const card = (story: StorySummary, brand: Brand): Html =>
  html`<li class="card">${cover(story, { sizes: SIZES, ratio: '4:3' })}${kicker(story)}<h3><a href="${story.path}">${story.headline}</a></h3>${byline(story, brand)}</li>`
