import ical, { ICalEventStatus } from 'ical-generator'
import type { MatchLine, PublicSeasonJson } from './wire.ts'

/** Nobody says beforehand how long a match takes; calendars want an end. */
const LASTS_MS = 90 * 60_000

/** The matches of a season as their readers know them. `siteUrl` is the site's address, without a slash at its end. */
export function seasonCalendar({ name, matches }: PublicSeasonJson, siteUrl: string): string {
  const calendar = ical({ name, prodId: { company: 'Pressbox', product: 'League', language: 'EN' } })
  for (const line of matches) calendar.createEvent(entryOf(name, line, siteUrl))
  return calendar.toString()
}

/** Times are written in UTC, as those of events are: every calendar shows them in its owner's zone. */
const entryOf = (season: string, line: MatchLine, siteUrl: string) => ({
  // Of the match alone, so that an update finds its entry wherever the site moves to.
  id: `match-${line.id}@pressbox`,
  // A result is news as well.
  sequence: line.revision * 2 + (line.words === '' ? 0 : 1),
  start: new Date(line.scheduledAt),
  end: new Date(new Date(line.scheduledAt).getTime() + LASTS_MS),
  summary: line.title,
  description: [`Match ${line.number}, ${season}`, line.words, siteUrl + line.path]
    .filter(Boolean)
    .join('\n\n'),
  location: siteUrl + line.path,
  url: siteUrl + line.path,
  status: line.outcome?.kind === 'void' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
})
