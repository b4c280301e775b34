import { html } from '../platform/html.ts'
import { asset, assetStyles } from '../platform/http/assets.ts'

const ENTRY = 'src/studio/client/main.tsx'

/** Nothing is made at run time that the policy would have to allow: styles are files, Tiptap's own are among them. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const document = () => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>Studio</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
${assetStyles(ENTRY).map((href) => html`<link rel="stylesheet" href="${href}">`)}
<script type="module" src="${asset(ENTRY)}"></script>
</head>
<body>
<div id="studio"><noscript><p>The studio needs JavaScript. The site itself does not.</p></noscript></div>
</body>
</html>`

/** The editing app, the same at every address below /studio; it finds out by itself who is there. */
export function studioPage(): Response {
  return new Response(document().toString(), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=(), publickey-credentials-get=(self)',
    },
  })
}
