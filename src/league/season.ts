import type { Ruleset } from './ruleset.ts'

/** A season as the studio has it. */
export interface SeasonRecord {
  id: string
  slug: string
  name: string
  description: string
  ruleset: Ruleset
  rulesetVersion: number
  revealAt: Date | null
  revision: number
}

export const seasonPath = ({ slug }: { slug: string }): string => `/seasons/${slug}`
export const seasonSubject = ({ id }: { id: string }): string => `season:${id}`

/** Where a season, its sides and its schedule show. */
export const topicsOfSeason = ({ id }: { id: string }): string[] => [
  'league',
  `season:${id}`,
  `standings:${id}`,
  'desk:league',
]
