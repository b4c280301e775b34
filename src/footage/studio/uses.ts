import type { Problem } from '../../kit/problem.ts'

export interface Use {
  title: string
  /** `/studio/stories/…` */
  path: string
}

const isUse = (given: unknown): given is Use =>
  typeof given === 'object' &&
  given !== null &&
  'title' in given &&
  typeof given.title === 'string' &&
  'path' in given &&
  typeof given.path === 'string'

/** Where something is used, as a refusal says it; empty: that is not why it was refused. */
export const usesIn = ({ extra }: Problem): Use[] =>
  Array.isArray(extra['uses']) ? extra['uses'].filter(isUse) : []
