import type {
  AdvertiserContentArticle,
  BreadcrumbList,
  CorrectionComment,
  NewsArticle,
  OpinionNewsArticle,
  Person,
  ProfilePage,
  SatiricalArticle,
} from 'schema-dts'
import { shareImageUrl } from '../footage/public.ts'
import type { Correction } from './correction-store.ts'
import type { PublicAuthor } from './read-names.ts'
import { authorPath, tagPath } from './story.ts'
import type { StorySummary } from './summary.ts'
import type { Kind } from './wire.ts'

type Article = Exclude<NewsArticle | OpinionNewsArticle | SatiricalArticle | AdvertiserContentArticle, string>
type ArticleType = 'NewsArticle' | 'OpinionNewsArticle' | 'SatiricalArticle' | 'AdvertiserContentArticle'

const TYPE: Record<Kind, ArticleType> = {
  news: 'NewsArticle',
  opinion: 'OpinionNewsArticle',
  satire: 'SatiricalArticle',
  sponsored: 'AdvertiserContentArticle',
}

/** What a machine reads of a story: its kind, who wrote it and what was corrected are in it. */
export function articleOf(base: string, story: StorySummary, corrections: readonly Correction[]): Article {
  const url = `${base}${story.path}`
  const type = TYPE[story.kind]
  return {
    // One object fits all four: they differ by name alone in what is said here.
    '@type': type as 'NewsArticle',
    '@id': `${url}#article`,
    url,
    mainEntityOfPage: url,
    headline: story.headline,
    description: story.standfirst,
    datePublished: story.publishedAt.toISOString(),
    dateModified: (story.correctedAt ?? story.updatedAt).toISOString(),
    author: story.authors.map((author) => personOf(base, author)),
    publisher: { '@id': `${base}/#organization` },
    isAccessibleForFree: true,
    ...(story.tags[0] && {
      articleSection: story.tags[0].name,
      keywords: story.tags.map(({ name }) => name),
    }),
    ...(story.kind === 'sponsored' && { sponsor: { '@type': 'Organization', name: story.sponsor } }),
    ...(story.cover && {
      image: {
        '@type': 'ImageObject',
        url: new URL(shareImageUrl(story.cover), base).href,
        width: { '@type': 'QuantitativeValue', value: 1200 },
        height: { '@type': 'QuantitativeValue', value: 630 },
        caption: story.cover.alt,
        creditText: story.cover.credit,
      },
    }),
    ...(corrections.length > 0 && { correction: corrections.map(correctionOf) }),
  }
}

const correctionOf = ({ at, note }: Correction): Exclude<CorrectionComment, string> => ({
  '@type': 'CorrectionComment',
  text: note,
  datePublished: at.toISOString(),
})

const personOf = (base: string, { slug, name }: { slug: string; name: string }): Exclude<Person, string> => ({
  '@type': 'Person',
  name,
  url: `${base}${authorPath(slug)}`,
})

export const profilePage = (base: string, author: PublicAuthor): Exclude<ProfilePage, string> => ({
  '@type': 'ProfilePage',
  mainEntity: {
    ...personOf(base, author),
    jobTitle: author.roleTitle,
    description: author.bio,
    ...(author.portrait && { image: new URL(shareImageUrl(author.portrait), base).href }),
  },
})

type Crumb = readonly [name: string, path: string]

export const breadcrumbs = (base: string, ...crumbs: readonly Crumb[]): Exclude<BreadcrumbList, string> => ({
  '@type': 'BreadcrumbList',
  itemListElement: ([['Home', '/'], ...crumbs] as const).map(([name, path], i) => ({
    '@type': 'ListItem',
    position: i + 1,
    name,
    item: `${base}${path}`,
  })),
})

export const storyCrumbs = (
  base: string,
  { tags, headline, path }: StorySummary,
): Exclude<BreadcrumbList, string> =>
  breadcrumbs(base, ...tags.slice(0, 1).map(({ slug, name }): Crumb => [name, tagPath(slug)]), [
    headline,
    path,
  ])
