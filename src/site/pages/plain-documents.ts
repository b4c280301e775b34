import type { PageAnswer, PageRoute } from '../../platform/http/page.ts'
import type { Platform } from '../../platform/platform.ts'
import { brandOf } from '../brand-store.ts'
import { brandStyle, brandStyleAddress } from '../brand-style.ts'
import { fontFace } from '../font.ts'
import { iconSvg } from '../icon.ts'
import { publicUrl } from '../../platform/public-url.ts'
import { absolute } from '../site-url.ts'

const document = (contentType: string, body: string, headers: Record<string, string> = {}): PageAnswer => ({
  kind: 'document',
  contentType,
  body,
  headers: { 'x-content-type-options': 'nosniff', ...headers },
})

const FOREVER = 'public, max-age=31536000, immutable'

/** What browsers and crawlers ask for beside the pages. */
export const plainDocuments = (p: Platform): PageRoute[] => [
  {
    path: '/robots.txt',
    module: 'site',
    build: () => {
      const base = publicUrl(p)
      const lines = [
        'User-agent: *',
        'Disallow: /studio',
        'Disallow: /api/',
        'Disallow: /search',
        `Sitemap: ${absolute(base, '/sitemap.xml')}`,
        `Sitemap: ${absolute(base, '/news-sitemap.xml')}`,
      ]
      return Promise.resolve(document('text/plain; charset=utf-8', `${lines.join('\n')}\n`))
    },
  },
  {
    path: '/brand/:hash.css',
    module: 'site',
    build: async (reading, { hash }) => {
      const brand = await brandOf(reading)
      const address = brandStyleAddress(brand)
      if (`/brand/${hash}.css` !== address) return { kind: 'moved', to: address, permanent: false }
      return document('text/css; charset=utf-8', fontFace(brand) + brandStyle(brand), {
        'cache-control': FOREVER,
      })
    },
  },
  {
    path: '/icon.svg',
    module: 'site',
    build: async (reading) =>
      document('image/svg+xml', iconSvg(await brandOf(reading)), {
        'content-security-policy': "default-src 'none'",
      }),
  },
  {
    path: '/manifest.webmanifest',
    module: 'site',
    build: async (reading) => {
      const { name, description, locale, colours } = await brandOf(reading)
      const manifest = {
        name,
        short_name: name,
        description,
        lang: locale,
        start_url: '/',
        display: 'minimal-ui',
        background_color: colours.paper,
        theme_color: colours.ink,
        icons: [
          { src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' },
          { src: '/icons/touch.png', type: 'image/png', sizes: '180x180' },
        ],
      }
      return document('application/manifest+json', JSON.stringify(manifest))
    },
  },
]
