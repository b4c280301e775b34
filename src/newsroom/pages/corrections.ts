import { html, type Html } from '../../platform/html.ts'
import type { PageRoute } from '../../platform/http/page.ts'
import type { Reading } from '../../platform/live/reading.ts'
import { region } from '../../platform/live/regions.ts'
import { momentText, readBrandTime } from '../brand-time.ts'
import { listCorrections } from '../list-corrections.ts'

export const correctionsPage: PageRoute = {
  path: '/corrections',
  module: 'newsroom',
  build: () =>
    Promise.resolve({
      kind: 'page',
      content: {
        title: 'Corrections',
        description: 'What we got wrong, and when we put it right.',
        canonical: '/corrections',
        look: 'page-list',
        sheet: 'lists',
        body: html`<div class="wrap story-list">
          <header class="list-head">
            <h1>Corrections</h1>
            <p class="standfirst">What we got wrong, and when we put it right.</p>
          </header>
          ${region('corrections/newest')}
        </div>`,
      },
    }),
}

const SHOWN = 100

export async function correctionsNewest(reading: Reading): Promise<Html> {
  const corrections = await listCorrections(reading, SHOWN)
  const time = await readBrandTime(reading)
  if (corrections.length === 0) return html`<p class="nothing-yet">Nothing to correct so far.</p>`
  return html`<div class="prose corrections">
    ${corrections.map(
      ({ at, note, headline, path }) =>
        html`<p>
          <time class="corrected" datetime="${at.toISOString()}">${momentText(at, time)}</time>
          <a href="${path}">${headline}</a>
          <span>${note}</span>
        </p>`,
    )}
  </div>`
}
