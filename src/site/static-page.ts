/** Addresses that belong to the program itself; no page of the brand's may stand there. */
const RESERVED = new Set(
  'api archive assets atom authors brand corrections embed events feed files fonts healthz icons league live metrics pages readyz robots rss search shop sitemap sitemaps stories studio tags collections products cart checkout orders seasons matches overlay clips'.split(
    ' ',
  ),
)

export const isReserved = (slug: string): boolean => RESERVED.has(slug)

export const staticPath = (slug: string): string => `/${slug}`

export const pageTopic = (slug: string): string => `page:${slug}`
/** Whose address it is. */
export const pageSubject = (id: string): string => `page:${id}`

/** What shows something of the page; a change touches those of before and of after. */
export const topicsOf = ({ slug }: { slug: string }): string[] => [pageTopic(slug), 'pages', 'desk:pages']
