import { html, type Html, nothing } from '../platform/html.ts'
import type { ClipRef } from './wire.ts'

type Origin = ClipRef['provenance']

/** Where a clip comes from, as far as the desk lets readers know: the short of it in view, the rest a press away. */
export function originHtml({ provenance }: ClipRef, locale: string): Html {
  const facts = factsOf(provenance, locale)
  if (facts.length === 0) return nothing
  return html`<details class="clip-origin">
    <summary>${shortOf(provenance, locale)}</summary>
    <dl>
      ${facts.map(([name, value]) => html`<dt>${name}</dt> <dd>${value}</dd>`)}
    </dl>
  </details>`
}

function shortOf({ releasedBy, releasedOn, receivedOn }: Origin, locale: string): string {
  if (releasedBy) return `Released by ${releasedBy}${releasedOn ? `, ${dayText(releasedOn, locale)}` : ''}`
  if (releasedOn) return `Released ${dayText(releasedOn, locale)}`
  return receivedOn ? `Received ${dayText(receivedOn, locale)}` : 'Where this comes from'
}

function factsOf(origin: Origin, locale: string): [string, Html][] {
  const { releasedBy, releasedOn, receivedOn, sourceUrl, checksum, notes } = origin
  const text = (value: string): Html => html`${value}`
  const facts: [string, Html | null][] = [
    ['Released by', releasedBy ? text(releasedBy) : null],
    ['Released on', releasedOn ? dayHtml(releasedOn, locale) : null],
    ['Source', sourceUrl ? html`<a href="${sourceUrl}" rel="noopener">${sourceUrl}</a>` : null],
    ['Received', receivedOn ? dayHtml(receivedOn, locale) : null],
    ['SHA-256 of the original', checksum ? html`<code>${checksum}</code>` : null],
    ['Notes', notes ? text(notes) : null],
  ]
  return facts.flatMap(([name, value]) => (value ? [[name, value]] : []))
}

// A day is the same everywhere: it was given without a time.
const dayText = (day: string, locale: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })

const dayHtml = (day: string, locale: string): Html =>
  html`<time datetime="${day}">${dayText(day, locale)}</time>`
