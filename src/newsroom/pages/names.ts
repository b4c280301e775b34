import type { PageRoute } from '../../platform/http/page.ts'
import { region } from '../../platform/live/regions.ts'
import { publicUrl } from '../../platform/public-url.ts'
import type { Platform } from '../../platform/platform.ts'
import { shareImageUrl } from '../../footage/public.ts'
import { breadcrumbs, profilePage } from '../json-ld.ts'
import { findPublicAuthor, findPublicTag } from '../read-names.ts'
import { authorPath, tagPath } from '../story.ts'
import { storyListPage } from './story-list.ts'

export const tagPage = (p: Platform): PageRoute => ({
  path: '/tags/:slug',
  module: 'newsroom',
  query: ['after'],
  build: async (reading, { slug = '' }, { after }) => {
    const tag = await findPublicTag(reading, slug)
    if (!tag) return { kind: 'missing' }
    const path = tagPath(slug)
    return storyListPage(reading, {
      path,
      filter: { tag: slug },
      key: `tag:${slug}/stories`,
      after,
      head: region(`tag:${slug}/about`),
      content: {
        title: tag.name,
        description: tag.description || `Stories about ${tag.name}.`,
        jsonLd: [breadcrumbs(publicUrl(p), [tag.name, path])],
      },
    })
  },
})

export const authorPage = (p: Platform): PageRoute => ({
  path: '/authors/:slug',
  module: 'newsroom',
  query: ['after'],
  build: async (reading, { slug = '' }, { after }) => {
    const author = await findPublicAuthor(reading, slug)
    if (!author) return { kind: 'missing' }
    const path = authorPath(slug)
    return storyListPage(reading, {
      path,
      filter: { author: slug },
      key: `author:${slug}/stories`,
      after,
      head: region(`author:${slug}/about`),
      content: {
        title: author.name,
        description: author.bio || `Stories by ${author.name}.`,
        ogType: 'profile',
        jsonLd: [profilePage(publicUrl(p), author), breadcrumbs(publicUrl(p), [author.name, path])],
        ...(author.portrait && {
          image: { url: shareImageUrl(author.portrait), width: 1200, height: 630, alt: author.name },
        }),
      },
    })
  },
})
