import { type Html, html, nothing } from '../platform/html.ts'
import { sideMark } from './league-html.ts'
import { signed } from './ruling-words.ts'
import type { SeasonPlayer, Standing } from './wire.ts'

const FORM_WORDS: Record<Standing['form'][number], string> = {
  W: 'won',
  L: 'lost',
  OTL: 'lost in overtime',
  D: 'level',
}

interface Note {
  /** Those that it is about: more than one where nothing parts them. */
  rows: Standing[]
  why: string
}

/** One for each side that others were level with; before the first match all are, and there is nothing to explain. */
function notesOf(standings: readonly Standing[]): Note[] {
  if (!standings.some(({ played }) => played > 0)) return []
  const explained = standings.filter(({ why }) => why !== '')
  const groups = Map.groupBy(explained, ({ tied, rank, side }) => (tied ? `tied ${rank}` : side.id))
  return [...groups.values()].map((rows) => ({ rows, why: rows[0]?.why ?? '' }))
}

const noteId = (i: number): string => `why-${i + 1}`

/** The table as it stands, each broken tie with its reason below. Its rows keep their height whoever stands in them. */
export function standingsTable(standings: readonly Standing[]): Html {
  if (standings.length === 0) return html`<p class="none">No side has been entered yet.</p>`
  const notes = notesOf(standings)
  const draws = standings.some((each) => each.draws > 0)
  return html`<table class="standings">
    <thead><tr><th scope="col"><abbr title="Rank">#</abbr></th><th scope="col">Side</th><th scope="col"><abbr title="${draws ? 'Won, lost, lost in overtime, level' : 'Won, lost, lost in overtime'}">${draws ? 'W-L-OTL-D' : 'W-L-OTL'}</abbr></th><th scope="col"><abbr title="Points of the table">Pts</abbr></th><th scope="col"><abbr title="Points scored a match">Avg</abbr></th><th scope="col"><abbr title="Points scored less points conceded">Diff</abbr></th><th scope="col" class="col-form">Form</th></tr></thead>
    <tbody>${standings.map((each) =>
      rowHtml(
        each,
        notes.findIndex(({ rows }) => rows.includes(each)),
      ),
    )}</tbody>
  </table>${notes.length === 0 ? nothing : whysHtml(notes)}`
}

function rowHtml(standing: Standing, note: number): Html {
  const { rank, side, record, points, average, difference, form } = standing
  const mark =
    note >= 0
      ? html`<sup><a href="#${noteId(note)}" aria-label="Why, note ${note + 1}">${note + 1}</a></sup>`
      : nothing
  return html`<tr data-swap><td class="col-rank">${standing.tied ? html`<abbr title="Level with another after every tie-break">${rank}=</abbr>` : rank}</td><th scope="row">${sideMark(side)}${side.name}${mark}</th><td class="col-record">${record}</td><td class="col-points">${points}</td><td>${average.toFixed(1)}</td><td>${signed(difference)}</td><td class="col-form">${formHtml(form)}</td></tr>`
}

const formHtml = (form: Standing['form']): Html =>
  form.length === 0
    ? html`<span aria-hidden="true">·</span>`
    : html`<span class="form">${form.map((each) => html`<span class="form-${each.toLowerCase()}"><span aria-hidden="true">${each === 'OTL' ? 'O' : each}</span><span class="sr">${FORM_WORDS[each]} </span></span>`)}</span>`

const whysHtml = (notes: readonly Note[]): Html =>
  html`<ol class="whys" aria-label="Why sides that are level stand in this order">${notes.map(
    ({ rows, why }, i) =>
      html`<li id="${noteId(i)}"><b>${rows[0]?.side.name}${rows[0]?.tied ? ', unresolved' : ''}:</b> ${why}</li>`,
  )}</ol>`

/** What everybody has brought their side, by points. */
export function playersTable(players: readonly SeasonPlayer[]): Html {
  if (players.length === 0) return html`<p class="none">Nobody has scored yet.</p>`
  return html`<table class="standings players">
    <thead><tr><th scope="col"><abbr title="Rank">#</abbr></th><th scope="col">Player</th><th scope="col"><abbr title="Points, by their part in each answer">Pts</abbr></th><th scope="col"><abbr title="Points a match">Avg</abbr></th><th scope="col">Steals</th><th scope="col" class="col-form">Matches</th></tr></thead>
    <tbody>${players.map(
      ({ rank, player, side, points, average, steals, matches }) =>
        html`<tr data-swap><td class="col-rank">${rank}</td><th scope="row">${player.name} <small>${side.name}</small></th><td class="col-points">${points}</td><td>${average.toFixed(1)}</td><td>${steals}</td><td class="col-form">${matches}</td></tr>`,
    )}</tbody>
  </table>`
}
