import { html, type Html } from '../../platform/html.ts'
import type { Reading } from '../../platform/live/reading.ts'
import { brandOf } from '../brand-store.ts'
import { chooseLead } from '../choose-lead.ts'
import { byline, cover, kicker } from './story-parts.ts'

const SIZES = '(max-width: 720px) 100vw, (max-width: 1280px) 62vw, 771px'

export async function frontLead(reading: Reading): Promise<Html> {
  const brand = await brandOf(reading)
  const { lead } = await chooseLead(reading)
  if (!lead)
    return html`<article class="lead"><h2 class="lead-head">Nothing in print yet</h2><p class="lead-stand">The first story will stand here the moment it is published. Leave this page open.</p></article>`
  return html`<article class="lead">${cover(lead, { sizes: SIZES, ratio: '16:9', eager: true })}${kicker(lead)}<h2 class="lead-head" data-hold><a href="${lead.path}">${lead.headline}</a></h2><p class="lead-stand" data-hold>${lead.standfirst}</p>${byline(lead, brand)}</article>`
}
