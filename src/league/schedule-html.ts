import { type BrandClock, longDay } from '../platform/brand-clock.ts'
import { type Html, html, nothing } from '../platform/html.ts'
import { heldHtml, hourTag, labelHtml, sideMark } from './league-html.ts'
import { faceOf, hasScore, outcomeWords, type Told } from './match-words.ts'
import type { MatchLine } from './wire.ts'

const toldOfLine = (line: MatchLine): Told => ({ ...line, event: null })

/** So many are on one page of a long season. */
const ON_PAGE = 60

export const pagesOf = (matches: readonly MatchLine[]): number =>
  Math.max(1, Math.ceil(matches.length / ON_PAGE))

export const onPage = (matches: readonly MatchLine[], page: number): MatchLine[] =>
  matches.slice((page - 1) * ON_PAGE, page * ON_PAGE)

/** The page that has what is played now, or next; the last one when all is over. */
export function currentPage(matches: readonly MatchLine[]): number {
  const next = matches.findIndex(({ phase }) => phase !== 'ended' && phase !== null)
  return next < 0 ? pagesOf(matches) : Math.floor(next / ON_PAGE) + 1
}

/** By day. A match stays where it stands when it starts and ends, so that nothing moves under its readers. */
export function scheduleHtml(matches: readonly MatchLine[], clock: BrandClock): Html {
  if (matches.length === 0) return html`<p class="none">No match has been announced yet.</p>`
  const days = Map.groupBy(matches, ({ scheduledAt }) => longDay(clock, new Date(scheduledAt)))
  return html`${[...days].map(
    ([day, played]) => html`<h3 class="event-day">${day}</h3>
      <ul class="schedule">${played.map((line) => lineHtml(line, clock))}</ul>`,
  )}`
}

function lineHtml(line: MatchLine, clock: BrandClock): Html {
  const told = toldOfLine(line)
  return html`<li class="schedule-row" data-swap><span class="schedule-when">${hourTag(line.scheduledAt, clock)} <small>Match ${line.number}</small></span>
    <a class="schedule-sides" href="${line.path}">${line.sides.map((side, i) => sideHtml(line, side, i, hasScore(told)))}</a>
    <span class="schedule-say">${asideHtml(told, clock)}</span></li>`
}

const wonBy = ({ outcome }: MatchLine, id: string): boolean =>
  outcome?.kind === 'win' && outcome.winner === id

const sideHtml = (line: MatchLine, side: MatchLine['sides'][number], i: number, scored: boolean): Html =>
  html`<span class="${wonBy(line, side.id) ? 'schedule-side is-winner' : 'schedule-side'}"><span>${sideMark(side)}${side.name}</span> ${scored ? html`<b>${line.points?.[i]}</b>` : nothing}</span>`

function asideHtml(told: Told, clock: BrandClock): Html {
  const face = faceOf(told)
  if (face === 'coming' || face === 'held')
    return told.heldUntil === null ? nothing : heldHtml(told.heldUntil, clock)
  if (face !== 'final') return labelHtml(told)
  return html`${told.outcome?.kind === 'win' && told.outcome.how === 'rounds' ? 'Final' : outcomeWords(told.outcome, told.sides)}`
}
