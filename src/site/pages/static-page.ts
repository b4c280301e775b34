import { plainText, renderDocument, surroundingsOf } from '../../newsroom/public.ts'
import type { PageRoute } from '../../platform/http/page.ts'
import { html } from '../../platform/html.ts'
import type { Platform } from '../../platform/platform.ts'
import { pageTopic, staticPath } from '../static-page.ts'
import { findPublishedPage } from '../static-page-store.ts'

const DESCRIPTION_LENGTH = 180

/** The brand's own pages: about, contact, privacy, terms. */
export const staticPage = (p: Platform): PageRoute => ({
  path: '/:slug',
  module: 'site',
  build: async (reading, { slug = '' }) => {
    reading.topic(pageTopic(slug))
    const page = await findPublishedPage(reading, slug)
    if (!page) return { kind: 'missing' }
    const words = renderDocument(page.document, await surroundingsOf(p, reading, page.document))
    const path = staticPath(slug)
    return {
      kind: 'page',
      content: {
        title: page.title,
        description: page.description || plainText(page.document).slice(0, DESCRIPTION_LENGTH),
        canonical: path,
        section: path,
        sheet: 'lists',
        body: html`<article class="wrap lane static"><h1>${page.title}</h1><div class="prose">${words}</div></article>`,
      },
    }
  },
})
