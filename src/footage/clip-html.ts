import { html, type Html, nothing } from '../platform/html.ts'
import { lengthOf } from './clip-time.ts'
import { pictureHtml } from './picture-html.ts'
import type { Ratio } from './rendition.ts'
import type { ClipRef } from './wire.ts'

const SIZES = '(max-width: 720px) calc(100vw - 32px), 720px'

interface Shape {
  look: string
  ratio: Ratio
}

/** Boxes of fixed shapes, so that nothing moves when the video comes: it is never cut, what is left of the box stays black. */
function shapeOf({ sizes }: ClipRef): Shape {
  const { width = 16, height = 9 } = sizes.at(-1) ?? {}
  if (width > height * 1.15) return { look: '', ratio: '16:9' }
  return width > height * 0.85 ? { look: ' is-square', ratio: '1:1' } : { look: ' is-tall', ratio: '4:5' }
}

/** The address that plays without script, and in the browser's own tab: the large size. */
export const playUrl = ({ sizes }: ClipRef): string => sizes.at(-1)?.url ?? ''

/**
 * A clip in a page: a poster and a button, or the warning and its choices. Nothing of the video, and of a warned one not
 * even the poster, is loaded before the reader asks. `said` is what can be read instead, `origin` where it comes from.
 */
export function clipHtml(clip: ClipRef, said: Html, origin: Html): Html {
  const { id, title, before, warning, durationMs } = clip
  return html`<figure class="clip">
    ${boxHtml(clip, warning ? warningHtml(clip, said !== nothing) : posterHtml(clip))}
    <figcaption>
      <b>${title}</b> <span class="num">${lengthOf(durationMs)}</span>
      ${before ? html`<p>Just before it begins: ${before}</p>` : nothing}
    </figcaption>
    ${origin}
    ${
      said === nothing
        ? nothing
        : html`<details class="clip-words">
          <summary>What is said</summary>
          <div id="words-${id}">${said}</div>
        </details>`
    }
  </figure>`
}

function boxHtml(clip: ClipRef, inside: Html): Html {
  const { title, sizes, captionsUrl, language, warning } = clip
  const small = sizes.length > 1 ? sizes[0]?.url : undefined
  return html`<div
    class="clip-box${shapeOf(clip).look}"
    data-title="${title}"
    data-large="${playUrl(clip)}"
    ${small ? html` data-small="${small}"` : nothing}
    ${captionsUrl ? html` data-captions="${onThisHost(captionsUrl)}" data-lang="${language}"` : nothing}
    ${warning ? html` data-covered` : nothing}
  >
    ${inside}
  </div>`
}

/** Browsers take captions from the page's own host alone, unless the other one says that it may; `/files` is served here too. */
const onThisHost = (url: string): string => new URL(url, 'http://here.invalid').pathname

const posterHtml = (clip: ClipRef): Html =>
  html`${
    clip.poster
      ? pictureHtml({ ...clip.poster, alt: '' }, { sizes: SIZES, ratio: shapeOf(clip).ratio })
      : nothing
  }<a class="clip-play" data-chunk="footage" href="${playUrl(clip)}"
      >Play<span class="sr"> “${clip.title}”,</span> ${lengthOf(clip.durationMs)}</a
    >`

/** Says what is shown and why, and promises nothing. No picture of it is there, not even a blurred one. */
const warningHtml = (clip: ClipRef, canBeRead: boolean): Html =>
  html`<div class="clip-warning" role="group" aria-label="Warning">
    <p class="clip-before">Before you watch</p>
    <p>${clip.warning?.says} ${clip.warning?.why}</p>
    <p class="clip-choices">
      <a class="button" data-chunk="footage" href="${playUrl(clip)}"
        >Show and play ${lengthOf(clip.durationMs)}</a
      >
      ${
        canBeRead
          ? html`<a class="button is-line" data-chunk="footage" data-act="read" href="#words-${clip.id}"
            >Read what is said instead</a
          >`
          : nothing
      }
      <a class="button is-line" data-chunk="footage" data-act="mute" href="${playUrl(clip)}"
        >Play without sound</a
      >
    </p>
  </div>`
