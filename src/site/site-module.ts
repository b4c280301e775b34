import type { Person } from '../people/public.ts'
import type { Module } from '../platform/module.ts'
import type { Platform } from '../platform/platform.ts'
import { fileEndpoints } from './api-files.ts'
import { pageEndpoints } from './api-pages.ts'
import { promoEndpoints } from './api-promos.ts'
import { settingsEndpoints } from './api-settings.ts'
import { feedPages } from './feeds/feed-pages.ts'
import { sitemapPages } from './feeds/sitemap-pages.ts'
import { frontPage } from './pages/front.ts'
import { plainDocuments } from './pages/plain-documents.ts'
import { searchPage } from './pages/search.ts'
import { staticPage } from './pages/static-page.ts'
import { brandMark } from './regions/brand.ts'
import { footer } from './regions/footer.ts'
import { frontLead } from './regions/front-lead.ts'
import { frontShelves } from './regions/front-shelves.ts'
import { frontTakes } from './regions/front-takes.ts'
import { masthead } from './regions/masthead.ts'
import { promos } from './regions/promos.ts'
import { strip } from './regions/strip.ts'

export const siteModule = (p: Platform): Module<Person> => ({
  name: 'site',
  regions: {
    strip,
    promos,
    'site/masthead': masthead,
    'site:*/masthead': masthead,
    'site/footer': footer,
    'site/brand': brandMark,
    'front/lead': frontLead,
    'front/takes': frontTakes,
    'front/shelves': frontShelves,
  },
  pages: [frontPage, searchPage, ...plainDocuments(p), ...feedPages(p), ...sitemapPages(p), staticPage(p)],
  endpoints: [...settingsEndpoints(p), ...promoEndpoints(p), ...pageEndpoints(p), ...fileEndpoints(p)],
})
