import type { PageContent, PageImage } from '../platform/http/page.ts'
import { html, type Html, nothing, raw } from '../platform/html.ts'
import { POSITION_MARK } from '../platform/live/page-cache.ts'
import { agoWords } from './ago-words.ts'
import { FONT_ADDRESS } from './font.ts'
import { jsonLdScript } from './json-ld.ts'
import { absolute } from './site-url.ts'
import type { StyleSheet } from './style-sheet.ts'
import type { Brand } from './wire.ts'

export interface HeadFacts {
  brand: Brand
  content: PageContent
  sheet: StyleSheet
  base: string
  script: string
  status: number
}

export const titleOf = (brand: Brand, title: string): string =>
  title === brand.name || title === '' ? brand.name : `${title} | ${brand.name}`

export function head(facts: HeadFacts): Html {
  const { brand, content, sheet, script, base } = facts
  return html`<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${titleOf(brand, content.title)}</title>
<meta name="description" content="${content.description}">
${addressed(facts)}
<meta name="pressbox" content="${POSITION_MARK}">
<meta name="ago" content="${JSON.stringify(agoWords(brand.locale))}">
<meta name="theme-color" content="${brand.colours.ink}">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="apple-touch-icon" href="/icons/touch.png">
<link rel="manifest" href="/manifest.webmanifest">
${feedLinks(brand)}
${brand.displayFont === 'league-gothic' ? html`<link rel="preload" as="font" type="font/woff2" href="${FONT_ADDRESS}" crossorigin>` : nothing}
<style>${raw(sheet.css)}</style>
<script type="module" async src="${script}"></script>
${jsonLdScript(brand, base, content.jsonLd ?? [])}${content.head ?? nothing}</head>`
}

const feedLinks = ({ name }: Brand): Html =>
  html`<link rel="alternate" type="application/rss+xml" title="${name}" href="/rss.xml">
<link rel="alternate" type="application/atom+xml" title="${name}" href="/atom.xml">
<link rel="alternate" type="application/feed+json" title="${name}" href="/feed.json">`

/** What only a page that is there has: its address, and how it looks where it is shared. */
function addressed({ brand, content, base, status }: HeadFacts): Html {
  if (status !== 200 || content.noindex) return html`<meta name="robots" content="noindex">`
  const { image } = content
  const url = absolute(base, content.canonical)
  return html`<link rel="canonical" href="${url}">
<meta property="og:site_name" content="${brand.name}">
<meta property="og:type" content="${content.ogType ?? 'website'}">
<meta property="og:title" content="${content.title || brand.name}">
<meta property="og:description" content="${content.description}">
<meta property="og:url" content="${url}">
${image ? shareImage(image, base) : nothing}<meta name="twitter:card" content="${image ? 'summary_large_image' : 'summary'}">
<meta name="robots" content="max-image-preview:large">`
}

const shareImage = ({ url, width, height, alt }: PageImage, base: string): Html =>
  html`<meta property="og:image" content="${absolute(base, url)}">
<meta property="og:image:width" content="${width}">
<meta property="og:image:height" content="${height}">
<meta property="og:image:alt" content="${alt}">
`
