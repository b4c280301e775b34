import { asset } from '../platform/http/assets.ts'
import type { PageContent, Shell } from '../platform/http/page.ts'
import { html } from '../platform/html.ts'
import type { Reading } from '../platform/live/reading.ts'
import { region } from '../platform/live/regions.ts'
import type { Platform } from '../platform/platform.ts'
import { brandOf, modulesOf } from './brand-store.ts'
import { head } from './head.ts'
import { absentPage } from './pages/absent.ts'
import { mastheadKey } from './regions/masthead.ts'
import { securityHeaders } from './security-headers.ts'
import { publicUrl } from '../platform/public-url.ts'
import { styleSheet } from './style-sheet.ts'

const READER_SCRIPT = 'src/site/client/main.ts'

/** The whole document around a page's content. Everything in it that can change by itself is a region. */
export const siteShell = (p: Platform): Shell => ({
  wrap: (reading, content, status) => wrap(p, reading, content, status),
  absent: (reading, path, status) => absentPage(reading, path, status),
})

async function wrap(
  p: Platform,
  reading: Reading,
  content: PageContent,
  status: number,
): Promise<{ markup: string; headers: Record<string, string> }> {
  const [brand, modules] = [await brandOf(reading), await modulesOf(reading)]
  const base = publicUrl(p)
  const sheet = styleSheet(brand, content.sheet)
  const look = [content.look ?? 'page', ...(modules.promos ? [] : ['no-promos'])].join(' ')
  const document = html`<!doctype html>
<html lang="${brand.locale}">${head({ brand, content, sheet, base, status, script: asset(READER_SCRIPT) })}
<body class="${look}"><a class="skip" href="#main">Skip to the story</a>
${region('strip')}${region('promos')}
<header class="masthead">${region(mastheadKey(content.section))}</header>
<main id="main" tabindex="-1">${content.body}</main>
<footer class="foot">${region('site/footer')}</footer>
${region('site/brand')}</body></html>`
  return { markup: document.toString(), headers: securityHeaders(sheet, base, p.filesUrl) }
}
