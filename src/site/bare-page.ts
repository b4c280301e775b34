import { asset } from '../platform/http/assets.ts'
import type { BareContent, BarePage } from '../platform/http/page.ts'
import { html, raw } from '../platform/html.ts'
import { composeOnce } from '../platform/live/compose-once.ts'
import { POSITION_MARK } from '../platform/live/page-cache.ts'
import { RecordedReading } from '../platform/live/reading.ts'
import type { Platform } from '../platform/platform.ts'
import { publicUrl } from '../platform/public-url.ts'
import { brandOf } from './brand-store.ts'
import { securityHeaders } from './security-headers.ts'
import { bareSheet } from './style-sheet.ts'

/** Its regions are live, it is kept by no cache and found by no search engine. */
export const barePage =
  (p: Platform): BarePage =>
  async ({ title, body, css, scripts }: BareContent) => {
    const brand = await brandOf(new RecordedReading(p, p.clock.now()))
    const sheet = bareSheet(brand, css)
    const markup = html`<!doctype html>
<html lang="${brand.locale}"><head><meta charset="utf-8">
<title>${title}</title>
<meta name="robots" content="noindex">
<meta name="pressbox" content="${POSITION_MARK}">
<style>${raw(sheet.css)}</style>
${scripts.map((script) => html`<script type="module" src="${asset(script)}"></script>`)}</head>
<body>${body}</body></html>`
    return new Response(await composeOnce(p.regions, markup.toString()), {
      headers: {
        ...securityHeaders(sheet, publicUrl(p), p.filesUrl),
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
      },
    })
  }
