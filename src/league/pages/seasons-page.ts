import { html } from '../../platform/html.ts'
import type { PageRoute } from '../../platform/http/page.ts'
import { region } from '../../platform/live/regions.ts'

export const seasonsPage: PageRoute = {
  path: '/seasons',
  module: 'league',
  build: () =>
    Promise.resolve({
      kind: 'page',
      content: {
        title: 'League',
        description: 'Every season: its schedule, its table, its players.',
        canonical: '/seasons',
        section: '/seasons',
        sheet: 'league-pages',
        body: html`<div class="league"><h1>The league</h1>${region('league/now')}${region('league/seasons')}</div>`,
      },
    }),
}
