import { html, type Html, nothing } from '../platform/html.ts'

export function captionHtml(caption: string | undefined, credit: string | undefined): Html {
  const parts = [caption, credit].filter((part) => part)
  return parts.length > 0 ? html`<figcaption>${parts.join(' / ')}</figcaption>` : nothing
}
