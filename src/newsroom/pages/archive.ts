import { html, type Html } from '../../platform/html.ts'
import type { PageRoute } from '../../platform/http/page.ts'
import type { Reading } from '../../platform/live/reading.ts'
import { region } from '../../platform/live/regions.ts'
import { isMonth, monthText, readBrandTime } from '../brand-time.ts'
import { countStoriesByMonth, listStories } from '../list-stories.ts'
import { archivePath } from '../story.ts'
import { storyListPage } from './story-list.ts'

export const archivePage: PageRoute = {
  path: '/archive',
  module: 'newsroom',
  build: () =>
    Promise.resolve({
      kind: 'page',
      content: {
        title: 'Archive',
        description: 'Every story, by month.',
        canonical: '/archive',
        section: '/archive',
        look: 'page-list',
        sheet: 'lists',
        body: html`<div class="wrap story-list">
          <header class="list-head"><h1>Archive</h1></header>
          ${region('archive/months')}
        </div>`,
      },
    }),
}

/** Every month that has stories, year by year. */
export async function archiveMonths(reading: Reading): Promise<Html> {
  const months = await countStoriesByMonth(reading)
  const time = await readBrandTime(reading)
  const years = Map.groupBy(months, ({ month }) => month.slice(0, 4))
  return html`${[...years].map(
    ([year, list]) =>
      html`<section class="rule archive-year">
        <h2>${year}</h2>
        <ul>
          ${list.map(
            ({ month, stories }) =>
              html`<li>
                <a href="${archivePath(month)}">${monthText(month, time)}</a> <span class="meta">${stories}</span>
              </li>`,
          )}
        </ul>
      </section>`,
  )}`
}

export const archiveMonthPage: PageRoute = {
  path: '/archive/:month',
  module: 'newsroom',
  query: ['after'],
  build: async (reading, { month = '' }, { after }) => {
    if (!isMonth(month)) return { kind: 'missing' }
    const { items } = await listStories(reading, { month, limit: 1 })
    if (items.length === 0) return { kind: 'missing' }
    const name = monthText(month, await readBrandTime(reading))
    return storyListPage(reading, {
      path: archivePath(month),
      filter: { month },
      key: `archive:${month}/stories`,
      after,
      head: html`<header class="list-head">
        <p class="kicker"><a href="/archive">Archive</a></p>
        <h1>${name}</h1>
      </header>`,
      content: { title: name, description: `Every story of ${name}.` },
    })
  },
}
