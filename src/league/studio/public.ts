import type { Screen } from '../../kit/screen.ts'

export { useLeagueTonight } from './use-league-tonight.ts'

export const leagueScreens: readonly Screen[] = [
  {
    path: '/seasons',
    title: 'League',
    right: 'studio.open',
    module: 'league',
    nav: { group: 'desk', order: 24, shortcut: 'g n' },
    load: async () => (await import('./seasons-screen.tsx')).SeasonsScreen,
  },
  {
    path: '/seasons/new',
    title: 'New season',
    right: 'league.manage',
    module: 'league',
    load: async () => (await import('./new-season-screen.tsx')).NewSeasonScreen,
  },
  {
    path: '/seasons/$id',
    title: 'Season',
    right: 'studio.open',
    module: 'league',
    load: async () => (await import('./season-screen.tsx')).SeasonScreen,
  },
  {
    path: '/seasons/$id/matches/new',
    title: 'New match',
    right: 'league.manage',
    module: 'league',
    load: async () => (await import('./new-match-screen.tsx')).NewMatchScreen,
  },
  {
    path: '/matches/$id',
    title: 'Match',
    right: 'studio.open',
    module: 'league',
    load: async () => (await import('./match-screen.tsx')).MatchScreen,
  },
  {
    path: '/matches/$id/console',
    title: 'Console',
    right: 'studio.open',
    module: 'league',
    wide: true,
    load: async () => (await import('./console-screen.tsx')).ConsoleScreen,
  },
]
