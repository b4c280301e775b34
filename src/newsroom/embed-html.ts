import { html, type Html, nothing } from '../platform/html.ts'
import type { BlockOf } from './document.ts'
import { playerOf } from './embed.ts'

/** Nothing of the provider is loaded before the reader asks for it; without script it is a link. */
export function renderEmbed(block: BlockOf<'embed'>): Html {
  const { title, warning, source } = block
  const player = playerOf(block)
  return html`<figure class="embed">
    <load-embed data-frame="${player.frame}" data-title="${title}">
      ${
        warning
          ? html`<p class="clip-before">Before you watch</p>
            <p>${warning.says} ${warning.why}</p>`
          : nothing
      }
      <a class="button" href="${player.page}" rel="noopener"
        >${warning ? 'Show the video' : 'Load video'} from ${player.name}</a
      >
      <p class="small">${player.name} learns that you watch it once it is loaded.</p>
    </load-embed>
    <figcaption>
      ${title}${source ? html` / Source: ${source}` : nothing} ${fallbackHtml(block)}
    </figcaption>
  </figure>`
}

/** Whether it is still there over there nobody can tell from here: what to do if not is always to be read. */
function fallbackHtml({ fallback }: BlockOf<'embed'>): Html {
  if (!fallback) return nothing
  const { text, link } = fallback
  return html`<p class="if-gone">Gone? ${link ? html`<a href="${link}" rel="noopener">${text}</a>` : text}</p>`
}
