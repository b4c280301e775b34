import { pictureHtml, type PictureRef } from '../footage/public.ts'
import { type Fragment, html, type Html, nothing } from '../platform/html.ts'
import type { Card } from '../platform/live/cards.ts'
import type { Block, BlockOf, Document, Inline } from './document.ts'
import { playerOf } from './embed.ts'

/** What a document shows that is not in it. */
export interface Surroundings {
  pictures: ReadonlyMap<string, PictureRef>
  card(card: Card): Html
}

const SIZES = '(max-width: 720px) calc(100vw - 32px), 720px'

export const picturesOf = (document: Document): string[] =>
  document.blocks.flatMap((block) => (block.type === 'image' ? [block.picture] : []))

export const renderDocument = (document: Document, around: Surroundings): Html =>
  html`${document.blocks.map((block) => renderBlock(block, around))}`

function renderBlock(block: Block, around: Surroundings): Html {
  switch (block.type) {
    case 'paragraph':
      return block.text.length > 0 ? html`<p>${renderText(block.text)}</p>` : nothing
    case 'heading':
      return block.level === 2
        ? html`<h2>${renderText(block.text)}</h2>`
        : html`<h3>${renderText(block.text)}</h3>`
    case 'quote':
      return renderQuote(block)
    case 'list':
      return renderList(block)
    case 'image':
      return renderImage(block, around)
    case 'embed':
      return renderEmbed(block)
    case 'divider':
      return html`<hr />`
    case 'callout':
      return html`<aside class="callout"><p>${renderText(block.text)}</p></aside>`
    case 'card':
      return renderCard(around.card({ module: block.module, id: block.ref }))
  }
}

const renderText = (text: readonly Inline[]): Fragment => text.map(renderInline)

function renderInline({ text, bold, italic, link }: Inline): Html {
  const lines = text.split('\n').map((line, i) => (i === 0 ? html`${line}` : html`<br />${line}`))
  const slanted = italic ? html`<em>${lines}</em>` : html`${lines}`
  const marked = bold ? html`<strong>${slanted}</strong>` : slanted
  if (link === undefined) return marked
  return /^https?:/i.test(link)
    ? html`<a href="${link}" rel="noopener">${marked}</a>`
    : html`<a href="${link}">${marked}</a>`
}

const renderQuote = ({ text, cite }: BlockOf<'quote'>): Html =>
  html`<figure class="quote">
    <blockquote><p>${renderText(text)}</p></blockquote>
    ${cite ? html`<figcaption>${cite}</figcaption>` : nothing}
  </figure>`

function renderList({ ordered, items }: BlockOf<'list'>): Html {
  const lines = items.map((item) => html`<li>${renderText(item)}</li>`)
  return ordered
    ? html`<ol>
        ${lines}
      </ol>`
    : html`<ul>
        ${lines}
      </ul>`
}

function renderImage(block: BlockOf<'image'>, { pictures }: Surroundings): Html {
  const picture = pictures.get(block.picture)
  if (!picture) return nothing
  return html`<figure class="shot">
    ${pictureHtml({ ...picture, alt: block.alt }, { sizes: SIZES })}
    ${captionHtml(block.caption, block.credit || picture.credit)}
  </figure>`
}

export function captionHtml(caption: string | undefined, credit: string | undefined): Html {
  const parts = [caption, credit].filter((part) => part)
  return parts.length > 0 ? html`<figcaption>${parts.join(' / ')}</figcaption>` : nothing
}

// Of what is not public (yet) there is no trace, not even a gap.
const renderCard = (card: Html): Html =>
  card.toString() === '' ? nothing : html`<div class="story-card">${card}</div>`

/** Nothing of the provider is loaded before the reader asks for it; without script it is a link. */
function renderEmbed(block: BlockOf<'embed'>): Html {
  const player = playerOf(block)
  return html`<figure class="embed">
    <load-embed data-frame="${player.frame}" data-title="${block.title}">
      <a class="button" href="${player.page}" rel="noopener">Load video from ${player.name}</a>
      <p class="small">${player.name} learns that you watch it once it is loaded.</p>
    </load-embed>
    <figcaption>${block.title}</figcaption>
  </figure>`
}
