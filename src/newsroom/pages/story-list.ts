import { html, type Html, nothing } from '../../platform/html.ts'
import type { PageAnswer, PageContent } from '../../platform/http/page.ts'
import type { Reading } from '../../platform/live/reading.ts'
import { region } from '../../platform/live/regions.ts'
import { readBrandTime } from '../brand-time.ts'
import { listStories } from '../list-stories.ts'
import type { StoryPage, StoryQuery } from '../summary.ts'
import { summaryHtml } from '../summary-html.ts'

const PAGE = 20

type Filter = Omit<StoryQuery, 'limit' | 'after'>

const linkTo = (path: string, cursor: string): string => `${path}?after=${encodeURIComponent(cursor)}`

/** The first page of a list, as its live region shows it. */
export async function listPageHtml(reading: Reading, path: string, filter: Filter): Promise<Html> {
  return pageHtml(reading, path, await listStories(reading, { ...filter, limit: PAGE }))
}

async function pageHtml(reading: Reading, path: string, { items, next }: StoryPage): Promise<Html> {
  const time = await readBrandTime(reading)
  return html`<div class="teasers">${items.map((story) => summaryHtml(story, { look: 'row', time }))}</div>
    ${items.length === 0 ? html`<p class="nothing-yet">Nothing here yet.</p>` : nothing}
    ${next ? html`<p class="older"><a class="button" rel="next" href="${linkTo(path, next)}">Older stories</a></p>` : nothing}`
}

export interface StoryList {
  path: string
  filter: Filter
  /** The region that shows the first page. */
  key: string
  after: string | undefined
  content: Pick<PageContent, 'title' | 'description'> & Partial<PageContent>
  head: Html
}

/** A page of a long list: the newest stories are live, older ones go by cursor; a cursor that leads nowhere is no page. */
export async function storyListPage(reading: Reading, list: StoryList): Promise<PageAnswer> {
  const { path, after, content } = list
  if (after === undefined) return answer(list, path, html`${list.head} ${region(list.key)}`)
  const page = await listStories(reading, { ...list.filter, limit: PAGE, after })
  if (page.items.length === 0) return { kind: 'missing' }
  const body = html`${list.head} ${await pageHtml(reading, path, page)}
    <p class="older"><a href="${path}">Newest stories</a></p>`
  const older = { ...list, content: { ...content, title: `${content.title}, older stories` } }
  return answer(older, linkTo(path, after), body)
}

const answer = ({ path, content }: StoryList, canonical: string, body: Html): PageAnswer => ({
  kind: 'page',
  content: {
    ...content,
    canonical,
    section: path,
    look: 'page-list',
    sheet: 'lists',
    body: html`<div class="wrap story-list">${body}</div>`,
  },
})
