import { findPictures, pictureUrl } from '../../footage/public.ts'
import { html, type Html, nothing } from '../../platform/html.ts'
import type { Reading } from '../../platform/live/reading.ts'
import { brandOf, menusOf, modulesOf } from '../brand-store.ts'
import { reachableLinks } from '../module-switch.ts'
import type { Brand, Link } from '../wire.ts'

/** A section stands in the region's key with `~` for its slashes: `site:~tags~food/masthead`. */
export function mastheadKey(section: string | undefined): string {
  const id = section?.replaceAll('/', '~') ?? ''
  return /^[\w.~-]{1,120}$/.test(id) ? `site:${id}/masthead` : 'site/masthead'
}

/** Name and menu; `id` names the section whose entry is current. */
export async function masthead(reading: Reading, id: string): Promise<Html> {
  const brand = await brandOf(reading)
  const menus = await menusOf(reading)
  const modules = await modulesOf(reading)
  const current = id.replaceAll('~', '/')
  const links = reachableLinks(modules, menus.menu)
  return html`<div class="mast" data-swap><a class="mast-name" href="/">${await nameOf(reading, brand)}</a><nav class="mast-nav" aria-label="Sections">${links.map((link) => entry(link, current))}<a class="mast-search" href="/search" aria-label="Search"${current === '/search' ? CURRENT : nothing}>${GLASS}</a></nav></div>`
}

const CURRENT = html` aria-current="page"`

const GLASS = html`<svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="3"><circle cx="10" cy="10" r="7"/><path d="m15 15 7 7"/></svg>`

const entry = ({ label, url }: Link, current: string): Html =>
  html`<a href="${url}"${url === current ? CURRENT : nothing}>${label}</a>`

/** Pixels; enough for two to each of the masthead's. */
const LOGO_WIDTH = 480

async function nameOf(reading: Reading, brand: Brand): Promise<Html> {
  const logo = brand.logo ? (await findPictures(reading, [brand.logo])).get(brand.logo) : undefined
  if (logo) {
    const width = [LOGO_WIDTH, 320, 160, 80].find((offered) => offered <= logo.width) ?? 80
    return html`<img src="${pictureUrl(logo, width, 'webp')}" width="${logo.width}" height="${logo.height}" alt="${brand.name}">`
  }
  const [first, second] = brand.logoWords
  if (!first && !second) return html`${brand.name}`
  return html`<span role="img" aria-label="${brand.name}">${first}${second ? html`<b>${second}</b>` : nothing}</span>`
}
