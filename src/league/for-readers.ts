import type { BarePage } from '../platform/http/page.ts'
import type { Platform } from '../platform/platform.ts'
import { publicUrl } from '../platform/public-url.ts'
import { matchCards } from './match-cards.ts'
import { overlayEndpoints } from './overlay-doors.ts'
import { matchPage } from './pages/match-page.ts'
import { seasonCalendarFile, seasonPage } from './pages/season-page.ts'
import { seasonsPage } from './pages/seasons-page.ts'
import { leagueRegions } from './regions.ts'

/** What readers, and those who watch a broadcast, see of the league. */
export function leagueForReaders(p: Platform, barePage: BarePage) {
  const siteUrl = publicUrl(p)
  return {
    // The calendar goes first: its path would fit the page as well.
    pages: [seasonsPage, seasonCalendarFile(siteUrl), seasonPage(siteUrl), matchPage(siteUrl)],
    regions: leagueRegions,
    cards: matchCards,
    endpoints: overlayEndpoints(p, barePage),
  }
}
