import type { BreadcrumbList, SportsEvent } from 'schema-dts'
import { isoInZone } from '../platform/brand-clock.ts'
import type { PublicMatchJson, PublicSeasonJson } from './wire.ts'

/** The match as search engines read it: who and when, and a result only as far as readers have it. */
export function matchJsonLd(match: PublicMatchJson, siteUrl: string): object[] {
  const url = siteUrl + match.path
  const [home, away] = match.sides
  const event: Exclude<SportsEvent, string> = {
    '@type': 'SportsEvent',
    '@id': `${url}#match`,
    name: match.title,
    description: [match.subtitle, match.words].filter((part) => part !== '').join('. '),
    url,
    sport: 'Trivia',
    startDate: isoInZone(new Date(match.scheduledAt), match.zone),
    eventStatus: `https://schema.org/${statusOf(match)}`,
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    location: { '@type': 'VirtualLocation', url: siteUrl + (match.event?.path ?? match.path) },
    homeTeam: { '@type': 'SportsTeam', name: home.name },
    awayTeam: { '@type': 'SportsTeam', name: away.name },
    superEvent: { '@type': 'SportsEvent', name: match.season.name, url: siteUrl + match.season.path },
    ...(match.state?.endedAt && { endDate: isoInZone(new Date(match.state.endedAt), match.zone) }),
  }
  return [
    event,
    crumbs(siteUrl, [
      [match.season.name, match.season.path],
      [match.title, match.path],
    ]),
  ]
}

type Status = 'EventScheduled' | 'EventPostponed' | 'EventCancelled'

function statusOf({ event, state }: PublicMatchJson): Status {
  if (event?.phase === 'cancelled' || state?.outcome?.kind === 'void') return 'EventCancelled'
  return event?.phase === 'postponed' ? 'EventPostponed' : 'EventScheduled'
}

/** A season is an event of its matches; it is as long as they are. */
export function seasonJsonLd(season: PublicSeasonJson, siteUrl: string): object[] {
  const url = siteUrl + season.path
  const [first, last] = [season.matches[0], season.matches.at(-1)]
  const event: Exclude<SportsEvent, string> = {
    '@type': 'SportsEvent',
    '@id': `${url}#season`,
    name: season.name,
    url,
    sport: 'Trivia',
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    location: { '@type': 'VirtualLocation', url },
    competitor: season.sides.map(({ name }) => ({ '@type': 'SportsTeam' as const, name })),
    ...(season.description !== '' && { description: season.description }),
    ...(first && { startDate: isoInZone(new Date(first.scheduledAt), first.zone) }),
    ...(last && { endDate: isoInZone(new Date(last.scheduledAt), last.zone) }),
  }
  return [event, crumbs(siteUrl, [[season.name, season.path]])]
}

const crumbs = (siteUrl: string, places: [name: string, path: string][]): BreadcrumbList => ({
  '@type': 'BreadcrumbList',
  itemListElement: [['Home', '/'], ['League', '/seasons'], ...places].map(([name = '', path = ''], i) => ({
    '@type': 'ListItem',
    position: i + 1,
    name,
    item: siteUrl + path,
  })),
})
