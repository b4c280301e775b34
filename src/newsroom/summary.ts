import type { PictureRef } from '../footage/public.ts'
import type { Kind } from './wire.ts'

export interface Named {
  slug: string
  name: string
}

export interface Byline extends Named {
  portrait: PictureRef | null
}

/** What a list shows of a story. */
export interface StorySummary {
  id: string
  slug: string
  path: string
  kind: Kind
  sponsor: string
  headline: string
  standfirst: string
  authors: Byline[]
  tags: Named[]
  cover: PictureRef | null
  publishedAt: Date
  updatedAt: Date
  correctedAt: Date | null
  shortTake: boolean
  readingMinutes: number
}

export interface StoryQuery {
  limit: number
  /** A cursor: `next` of the list before. */
  after?: string | undefined
  /** A tag's slug. */
  tag?: string | undefined
  /** An author's slug. */
  author?: string | undefined
  kind?: Kind | undefined
  shortTake?: boolean | undefined
  /** `2026-11`, in the brand's zone. */
  month?: string | undefined
}

export interface StoryPage {
  items: StorySummary[]
  next: string | null
}
