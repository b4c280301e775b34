import type { FactKind } from './wire.ts'

/** What can be said of an event, and changed. */
export interface EventDetails {
  title: string
  subtitle: string
  description: string
  startsAt: Date
  zone: string
  movedFrom: Date | null
  startsBy: 'clock' | 'host'
  announceSeconds: number
  soonSeconds: number
  plannedMinutes: number
  action: { label: string; href: string } | null
  watchUrl: string | null
  finalWords: string
}

/** What the studio did to an event, at an instant. */
export interface EventFact {
  seq: number
  kind: FactKind
  at: Date
  by: string | null
  words: string
  startsAt: Date | null
  delaySeconds: number | null
  undoes: number | null
  /** The details until this fact, if it changed them. */
  before: EventDetails | null
}

/** An event as the studio has it. */
export interface EventRecord {
  id: string
  slug: string
  showId: string | null
  show: { slug: string; title: string } | null
  details: EventDetails
  /** At first; `delayInForce` knows what holds now. */
  delaySeconds: number
  draft: boolean
  revision: number
  createdAt: Date
  updatedAt: Date
  facts: readonly EventFact[]
}

export const pathOf = ({ slug }: { slug: string }): string => `/events/${slug}`

export const subjectOf = ({ id }: { id: string }): string => `event:${id}`

/** What shows an event, or could. A draft shows in the studio alone. */
export const topicsOf = ({ id, draft }: { id: string; draft: boolean }): string[] =>
  draft ? ['desk:events'] : ['strip', 'events', `event:${id}`, 'desk:events']

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
export const isId = (text: string): boolean => UUID.test(text)
