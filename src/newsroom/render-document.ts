import { type ClipRef, pictureHtml, type PictureRef } from '../footage/public.ts'
import { type Fragment, html, type Html, nothing } from '../platform/html.ts'
import type { Card } from '../platform/live/cards.ts'
import { region } from '../platform/live/regions.ts'
import { type Block, type BlockOf, clipsOf, type Document, type Inline, momentsOf } from './document.ts'
import { captionHtml } from './caption-html.ts'
import { renderEmbed } from './embed-html.ts'
import { quoteMark, quoteSource, tiedMark } from './moment-html.ts'

/** What a document shows that is not in it. */
export interface Surroundings {
  pictures: ReadonlyMap<string, PictureRef>
  /** Those that stand in it and those that its words refer to. */
  clips: ReadonlyMap<string, ClipRef>
  card(card: Card): Html
}

const SIZES = '(max-width: 720px) calc(100vw - 32px), 720px'

export const picturesOf = (document: Document): string[] =>
  document.blocks.flatMap((block) => (block.type === 'image' ? [block.picture] : []))

export const renderDocument = (document: Document, around: Surroundings): Html =>
  html`${document.blocks.map((block, i) =>
    block.type === 'clip' && standsBefore(document, block.clip, i)
      ? placeAgain(block.clip)
      : renderBlock(block, around),
  )}${renderQuoted(document, around)}`

const standsBefore = ({ blocks }: Document, clip: string, i: number): boolean =>
  blocks.slice(0, i).some((block) => block.type === 'clip' && block.clip === clip)

function renderBlock(block: Block, around: Surroundings): Html {
  switch (block.type) {
    case 'paragraph':
      return block.text.length > 0 ? html`<p>${renderText(block.text, around)}</p>` : nothing
    case 'heading':
      return block.level === 2
        ? html`<h2>${renderText(block.text, around)}</h2>`
        : html`<h3>${renderText(block.text, around)}</h3>`
    case 'quote':
      return renderQuote(block, around)
    case 'list':
      return renderList(block, around)
    case 'image':
      return renderImage(block, around)
    case 'embed':
      return renderEmbed(block)
    case 'clip':
      return placeClip(block.clip)
    case 'divider':
      return html`<hr />`
    case 'callout':
      return html`<aside class="callout"><p>${renderText(block.text, around)}</p></aside>`
    case 'card':
      return renderCard(around.card({ module: block.module, id: block.ref }))
  }
}

/** The place that the clip's own region fills: what changes about it sends no text again. */
const placeClip = (id: string): Html =>
  html`<div class="story-clip" id="clip-${id}">${region(`clip:${id}/player`)}</div>`

/** A page has one place of a clip that its address leads to. */
const placeAgain = (id: string): Html => html`<div class="story-clip">${region(`clip:${id}/player`)}</div>`

/** Clips of which only words are quoted stand at the end, closed: their marks play them where they are quoted. */
function renderQuoted(document: Document, { clips }: Surroundings): Html {
  const shown = new Set(clipsOf(document))
  const quoted = new Set(momentsOf(document).map(({ moment }) => moment.clip))
  const rest = [...quoted].filter((id) => !shown.has(id) && clips.has(id))
  if (rest.length === 0) return nothing
  return html`<details class="clips-quoted">
    <summary>Footage quoted here</summary>
    ${rest.map(placeClip)}
  </details>`
}

/** Neighbours that are tied to one span have one mark, behind the last of them. */
const renderText = (text: readonly Inline[], { clips }: Surroundings): Fragment =>
  text.map((part, i) => {
    const { moment } = part
    const clip = moment && clips.get(moment.clip)
    const next = text[i + 1]?.moment
    if (!clip || !moment) return renderInline(part)
    const goesOn = next?.clip === moment.clip && next.from === moment.from && next.to === moment.to
    return html`<span class="tied">${renderInline(part)}</span>${goesOn ? nothing : tiedMark(clip, moment)}`
  })

function renderInline({ text, bold, italic, link }: Inline): Html {
  const lines = text.split('\n').map((line, i) => (i === 0 ? html`${line}` : html`<br />${line}`))
  const slanted = italic ? html`<em>${lines}</em>` : html`${lines}`
  const marked = bold ? html`<strong>${slanted}</strong>` : slanted
  if (link === undefined) return marked
  return /^https?:/i.test(link)
    ? html`<a href="${link}" rel="noopener">${marked}</a>`
    : html`<a href="${link}">${marked}</a>`
}

function renderQuote({ id, text, cite, moment }: BlockOf<'quote'>, around: Surroundings): Html {
  const words = html`<blockquote><p>${renderText(text, around)}</p></blockquote>`
  const clip = moment && around.clips.get(moment.clip)
  if (clip && moment)
    return html`<figure class="quote has-moment" id="quote-${id}">
      ${quoteMark(clip, moment)} ${words}
      <figcaption>${quoteSource(cite, clip, moment)}</figcaption>
    </figure>`
  return html`<figure class="quote">
    ${words} ${cite ? html`<figcaption>${cite}</figcaption>` : nothing}
  </figure>`
}

function renderList({ ordered, items }: BlockOf<'list'>, around: Surroundings): Html {
  const lines = items.map((item) => html`<li>${renderText(item, around)}</li>`)
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

// Of what is not public (yet) there is no trace, not even a gap.
const renderCard = (card: Html): Html =>
  card.toString() === '' ? nothing : html`<div class="story-card">${card}</div>`
