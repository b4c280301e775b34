import { type BrandClock, shortDate, timeOfDay } from '../platform/brand-clock.ts'
import { type Html, html, nothing } from '../platform/html.ts'
import { type Face, faceOf, labelOf, outcomeWords, type Told } from './match-words.ts'

/** The looks that live's phases have already. */
const LOOKS: Record<Face, string> = {
  held: 'scheduled',
  coming: 'scheduled',
  off: 'cancelled',
  live: 'live',
  paused: 'paused',
  final: 'ended',
  void: 'cancelled',
  undecided: 'paused',
}

function lookOf(told: Told): string {
  const face = faceOf(told)
  return face === 'coming' && told.event?.phase === 'starting-soon' ? 'starting-soon' : LOOKS[face]
}

export const labelHtml = (told: Told): Html =>
  html`<span class="phase phase-${lookOf(told)}">${labelOf(told)}</span>`

export const timeTag = (at: Date | string, words: string): Html =>
  html`<time datetime="${new Date(at).toISOString()}">${words}</time>`

export const dateTag = (at: string, clock: BrandClock): Html => timeTag(at, shortDate(clock, new Date(at)))
export const hourTag = (at: string, clock: BrandClock): Html => timeTag(at, timeOfDay(clock, new Date(at)))

/** "Result from Sun, Nov 22, 8:00 PM EST": all that is said while it is held back. */
export const heldHtml = (until: string, clock: BrandClock, what = 'Result'): Html =>
  html`${what} from ${dateTag(until, clock)}`

/** What is to be said of a match beside its score. */
export function sayHtml(told: Told, clock: BrandClock): Html {
  switch (faceOf(told)) {
    case 'held':
      return told.heldUntil === null ? nothing : heldHtml(told.heldUntil, clock)
    case 'coming':
      return told.heldUntil === null
        ? dateTag(told.scheduledAt, clock)
        : html`${dateTag(told.scheduledAt, clock)} · ${heldHtml(told.heldUntil, clock, 'result')}`
    case 'off':
      return told.event?.phase === 'postponed' ? html`A new date will be announced` : html`It is not played`
    case 'live':
      return html`Being played now`
    case 'paused':
      return html`It goes on shortly`
    case 'final':
    case 'void':
    case 'undecided':
      return html`${outcomeWords(told.outcome, told.sides)}`
  }
}

/** The colour of a side. As an attribute of a drawing, since no page of ours carries style attributes. */
export const sideMark = ({ colour }: { colour: string | null }): Html =>
  colour === null
    ? nothing
    : html`<svg class="side-mark" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true"><path fill="${colour}" d="M0 0h1v1H0z"/></svg>`
