import { type ClipRef, clockOf, playUrl, spanFragment } from '../footage/public.ts'
import { html, type Html, nothing } from '../platform/html.ts'
import type { Moment } from './document.ts'

/** The clip's own address, played from there to there: it needs no script, and is what one sends to somebody. */
const spanUrl = (clip: ClipRef, { from, to }: Moment): string => playUrl(clip) + spanFragment(from, to)

const spanText = ({ from, to }: Moment): string => `${clockOf(from)}–${clockOf(to)}`

/** For who does not see where the mark stands. */
const markLabel = ({ title, warning }: ClipRef, { from, to }: Moment): string =>
  `Play ${clockOf(from)} to ${clockOf(to)} of “${title}”${warning ? `. Warning: ${warning.says}` : ''}`

/** The square button of a quote. */
export const quoteMark = (clip: ClipRef, moment: Moment): Html =>
  clip.sizes.length === 0
    ? nothing
    : html`<a
        class="quote-play"
        data-chunk="footage"
        data-clip="${clip.id}"
        href="${spanUrl(clip, moment)}"
        aria-label="${markLabel(clip, moment)}"
        ><span class="num">${clockOf(moment.from)}</span></a
      >`

/** Who said it and when; a warning goes with every way to the footage. */
export const quoteSource = (cite: string | undefined, clip: ClipRef, moment: Moment): Html =>
  html`${cite ? html`${cite}, ` : nothing}<a class="num" href="#clip-${clip.id}">${spanText(moment)}</a>${
    clip.warning ? html` · Warning: ${clip.warning.says}` : nothing
  }`

/** The mark behind a passage that only tells what is to be seen there. */
export const tiedMark = (clip: ClipRef, moment: Moment): Html =>
  clip.sizes.length === 0
    ? nothing
    : html`<a
        class="tied-at num"
        data-chunk="footage"
        data-clip="${clip.id}"
        href="${spanUrl(clip, moment)}"
        aria-label="${markLabel(clip, moment)}"
        >▸${clockOf(moment.from)}</a
      >`
