import type { Html } from '../html.ts'
import type { Reading } from '../live/reading.ts'

export interface PageImage {
  /** Path or absolute address of a JPEG, PNG or WebP. */
  url: string
  width: number
  height: number
  alt: string
}

/** What a module says of a page; the site's shell puts strip, masthead and footer around it. */
export interface PageContent {
  title: string
  description: string
  /** The page's one address, as a path: `/stories/rink-cam`. */
  canonical: string
  body: Html
  /** Which menu entry is current, by its path. */
  section?: string
  ogType?: 'website' | 'article' | 'profile'
  image?: PageImage
  /** schema.org objects; the shell adds the context and the site's own. */
  jsonLd?: object[]
  /** Further elements of the head, such as `<link rel="prev">`. */
  head?: Html
  /** Kept out of search engines. */
  noindex?: boolean
  /** A class for the body element. */
  look?: string
  /** Which of the site's style sheets pages of its kind have, by name. */
  sheet: string
}

export type PageAnswer =
  | { kind: 'page'; content: PageContent }
  /** A feed, calendar, sitemap: sent as it is. */
  | { kind: 'document'; contentType: string; body: string; headers?: Record<string, string> }
  | { kind: 'moved'; to: string; permanent: boolean }
  | { kind: 'missing' }
  | { kind: 'gone' }

/** A public page. Whatever it reads goes through `reading`, so that the cache knows when it is out of date. */
export interface PageRoute {
  /** Hono's notation: `/stories/:slug`. */
  path: string
  module: string
  /** The query parameters that the page knows; others are not part of its address. */
  query?: readonly string[]
  build(reading: Reading, params: Record<string, string>, query: Record<string, string>): Promise<PageAnswer>
}

/** A page for one person alone, such as a cart: in the site's shell, its regions live, and kept by no cache. */
export type PersonalPage = (content: PageContent, status?: number) => Promise<Response>

export interface BareContent {
  title: string
  body: Html
  /** Put after the brand's fonts and colours, which it may refer to. */
  css: string
  /** The sources of the built scripts that give it life. */
  scripts: readonly string[]
}

/** A document in the brand's type and colours without anything of the site around it, such as what is laid over a video. */
export type BarePage = (content: BareContent) => Promise<Response>

/** The site's shell: the whole document around a page's content, and its pages for what is not there. */
export interface Shell {
  wrap(
    reading: Reading,
    content: PageContent,
    status: number,
  ): Promise<{ markup: string; headers: Record<string, string> }>
  absent(reading: Reading, path: string, status: 404 | 410): Promise<PageContent>
}
