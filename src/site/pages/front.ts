import type { PageRoute } from '../../platform/http/page.ts'
import { html } from '../../platform/html.ts'
import { region } from '../../platform/live/regions.ts'
import { brandOf } from '../brand-store.ts'
import { isModuleOn } from '../module-switch.ts'

const coming = html`<section class="shelf" aria-labelledby="coming"><div class="shelf-head"><h2 id="coming">Coming up</h2><a href="/events">All of it<span class="sr">: what is on</span></a></div>${region('live/coming')}</section>`

/** Slots of a fixed shape; what stands in each is a region of its own. */
export const frontPage: PageRoute = {
  path: '/',
  module: 'site',
  build: async (reading) => {
    const brand = await brandOf(reading)
    const live = await isModuleOn(reading, 'live')
    const league = await isModuleOn(reading, 'league')
    const shop = await isModuleOn(reading, 'shop')
    const body = html`<h1 class="sr">${brand.name}: ${brand.tagline}</h1><div class="wrap"><div class="front-top">${region('front/lead')}${region('front/takes')}</div>${live ? region('live/now') : null}${league ? region('league/now') : null}${shop ? region('shop/now') : null}${region('front/shelves')}${live ? coming : null}</div>`
    return {
      kind: 'page',
      content: {
        title: brand.name,
        description: brand.description,
        canonical: '/',
        section: '/',
        look: 'front',
        sheet: 'front',
        body,
      },
    }
  },
}
