import { type Html, html, nothing } from '../platform/html.ts'
import type { SeasonLine } from './wire.ts'

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

/** Every season, the latest first. */
export const seasonList = (seasons: readonly SeasonLine[]): Html =>
  seasons.length === 0
    ? html`<p class="none">No season has been announced yet.</p>`
    : html`<ul class="seasons">${seasons.map(
        ({ path, name, description, sides, matches }) =>
          html`<li><h2><a href="${path}">${name}</a></h2>${description === '' ? nothing : html`<p>${description}</p>`}<p class="meta">${count(sides, 'side', 'sides')}, ${count(matches, 'match', 'matches')}</p></li>`,
      )}</ul>`
