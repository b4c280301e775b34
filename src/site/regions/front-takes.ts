import { pictureHtml } from '../../footage/public.ts'
import { listStories, type StorySummary } from '../../newsroom/public.ts'
import { html, type Html, nothing } from '../../platform/html.ts'
import type { Reading } from '../../platform/live/reading.ts'
import { brandOf } from '../brand-store.ts'
import { chooseLead } from '../choose-lead.ts'
import { timeHtml } from '../times.ts'
import type { Brand } from '../wire.ts'

const TAKES = 6

/** The rail of short takes by writers, each with the writer's face. */
export async function frontTakes(reading: Reading): Promise<Html | null> {
  const brand = await brandOf(reading)
  const { lead } = await chooseLead(reading)
  const { items } = await listStories(reading, { limit: TAKES + 1, shortTake: true })
  const takes = items.filter(({ id }) => id !== lead?.id).slice(0, TAKES)
  if (takes.length === 0) return null
  return html`<section class="takes" aria-labelledby="takes"><h2 id="takes">Short Takes</h2><ol>${takes.map((story) => take(story, brand))}</ol></section>`
}

function take(story: StorySummary, brand: Brand): Html {
  const [author] = story.authors
  return html`<li class="take"><span class="take-face">${
    author?.portrait ? pictureHtml({ ...author.portrait, alt: '' }, { sizes: '84px', ratio: '1:1' }) : nothing
  }</span><div><h3><a href="${story.path}">${story.headline}</a></h3><p class="meta">${author ? `${author.name} · ` : ''}${timeHtml(story.publishedAt, brand)}</p></div></li>`
}
