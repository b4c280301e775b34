// The addresses of the league's doors, in one place.
const API = '/api/v1'

export const DOORS = {
  seasons: `${API}/seasons`,
  deskSeasons: `${API}/desk/seasons`,
  season: (id: string) => `${API}/seasons/${id}`,
  deskSeason: (id: string) => `${API}/desk/seasons/${id}`,
  reveal: (id: string) => `${API}/seasons/${id}/reveal`,
  roster: (season: string, side: string) => `${API}/seasons/${season}/sides/${side}`,
  deskSides: `${API}/desk/sides`,
  sides: `${API}/sides`,
  side: (id: string) => `${API}/sides/${id}`,
  deskPlayers: `${API}/desk/players`,
  players: `${API}/players`,
  player: (id: string) => `${API}/players/${id}`,
  matches: `${API}/matches`,
  match: (id: string) => `${API}/matches/${id}`,
  matchReveal: (id: string) => `${API}/matches/${id}/reveal`,
  deskMatches: `${API}/desk/matches`,
  deskMatch: (id: string) => `${API}/desk/matches/${id}`,
  facts: (id: string) => `${API}/matches/${id}/facts`,
  eventChoices: `${API}/desk/match-events`,
} as const
