import type { ArtSpec } from '../art/art-spec.ts'
import type { PortraitLook } from '../art/portrait.ts'

export type Inline = { text: string; bold?: true; italic?: true; link?: string }

export type DemoBlock =
  | { type: 'paragraph'; text: Inline[] }
  | { type: 'heading'; level: 2 | 3; text: Inline[] }
  | { type: 'quote'; text: Inline[]; cite?: string }
  | { type: 'list'; ordered: boolean; items: Inline[][] }
  | { type: 'image'; art: ArtSpec; alt: string; caption?: string; credit?: string }
  | { type: 'embed'; provider: 'youtube'; video: string; title: string }
  | { type: 'divider' }
  | { type: 'callout'; text: Inline[] }
  | { type: 'card'; module: 'live'; ref: string }

export type DemoCover = { art: ArtSpec; alt: string; caption?: string; credit: string }

export type DemoStory = {
  slug: string
  kind: 'news' | 'opinion' | 'satire' | 'sponsored'
  sponsor?: string
  headline: string
  standfirst: string
  authors: string[]
  tags: string[]
  /** null: not published. */
  publishedMinutesAgo: number | null
  scheduledInMinutes?: number
  shortTake?: true
  lead?: true
  cover: DemoCover
  blocks: DemoBlock[]
  correction?: { atMinutesAgo: number; note: string }
}

export type DemoAuthor = { slug: string; name: string; role: string; bio: string; look: PortraitLook }

export type DemoTag = { slug: string; name: string; description: string }

export type DemoLink = { label: string; url: string }

export type DemoShow = { slug: string; name: string; description: string }

export type DemoEvent = {
  slug: string
  show: string
  title: string
  subtitle: string
  /** Relative to the moment the demo starts; negative is past. */
  startsInSeconds: number
  announceBeforeSeconds: number
  soonBeforeSeconds: number
  plannedMinutes: number
  callToAction: DemoLink
  delaySeconds: number
  /** `match`: as its match has it. */
  state: 'ended' | 'live' | 'coming' | 'match'
  /** Higher wins the strip, so that the running show does not hide the flip that visitors should see. */
  stripPriority: number
  finalWords?: string
}

export type DemoPromo = {
  slug: string
  title: string
  text: string
  callToAction: DemoLink
  fromSeconds: number
  untilSeconds: number
  priority: number
}

export type DemoPage = { slug: string; title: string; blocks: DemoBlock[] }
