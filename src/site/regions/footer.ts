import { html, type Html, nothing } from '../../platform/html.ts'
import type { Reading } from '../../platform/live/reading.ts'
import { brandOf, menusOf, modulesOf } from '../brand-store.ts'
import { reachableLinks } from '../module-switch.ts'
import type { Link } from '../wire.ts'

export async function footer(reading: Reading): Promise<Html> {
  const brand = await brandOf(reading)
  const menus = await menusOf(reading)
  const modules = await modulesOf(reading)
  const chosen = menus.footer.map(({ title, links }) => column(title, reachableLinks(modules, links)))
  const follow = reachableLinks(modules, [
    { label: 'RSS', url: '/rss.xml' },
    { label: 'Atom', url: '/atom.xml' },
    { label: 'JSON Feed', url: '/feed.json' },
    ...(modules.live ? [{ label: 'Calendar', url: '/events.ics' }] : []),
    ...(brand.contactMail ? [{ label: brand.contactMail, url: `mailto:${brand.contactMail}` }] : []),
  ])
  return html`<div class="foot-in"><p class="foot-name">${brand.name}</p><p class="foot-tag">${brand.tagline}</p><div class="foot-cols">${chosen}${column('Follow', follow)}</div><p class="foot-small">${menus.smallPrint}</p></div>`
}

const column = (title: string, links: readonly Link[]): Html =>
  links.length === 0
    ? nothing
    : html`<nav aria-label="${title}"><h2>${title}</h2><ul>${links.map(({ label, url }) => html`<li><a href="${url}">${label}</a></li>`)}</ul></nav>`
