import { html, type Html, jsonScript } from '../platform/html.ts'
import { absolute } from './site-url.ts'
import type { Brand } from './wire.ts'

/** The site itself, which other objects of a page may refer to by `@id`. */
export const organizationId = (base: string): string => `${base}/#organization`

const organization = (brand: Brand, base: string): object => ({
  '@type': 'NewsMediaOrganization',
  '@id': organizationId(base),
  name: brand.name,
  url: `${base}/`,
  description: brand.description,
  logo: absolute(base, '/icons/touch.png'),
  ...(brand.contactMail ? { email: brand.contactMail } : {}),
})

const website = (brand: Brand, base: string): object => ({
  '@type': 'WebSite',
  '@id': `${base}/#website`,
  name: brand.name,
  url: `${base}/`,
  inLanguage: brand.locale,
  publisher: { '@id': organizationId(base) },
  potentialAction: {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${base}/search?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  },
})

export function jsonLdScript(brand: Brand, base: string, objects: readonly object[]): Html {
  const graph = [organization(brand, base), website(brand, base), ...objects]
  const whole = { '@context': 'https://schema.org', '@graph': graph }
  return html`<script type="application/ld+json">${jsonScript(whole)}</script>`
}
