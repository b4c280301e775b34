import type { CollectionPhase } from './wire-catalogue.ts'

/** What the rules need to know of a collection. */
export interface CollectionWindow {
  opensAt: Date
  closesAt: Date | null
  announced: boolean
  paused: boolean
}

/** What can be said of a collection, and changed. */
export interface CollectionFields {
  slug: string
  title: string
  description: string
  cover: string | null
  opensAt: Date
  closesAt: Date | null
  /** Where somebody chose the wall-clock times. */
  zone: string
  announced: boolean
}

export interface Collection extends CollectionFields {
  id: string
  revision: number
  paused: boolean
}

const hasOpened = ({ opensAt }: CollectionWindow, now: Date): boolean => opensAt <= now

const hasClosed = ({ closesAt }: CollectionWindow, now: Date): boolean => closesAt !== null && closesAt <= now

/** Whether the clock has opened it: from its first instant up to, not including, its last. A pause closes nothing. */
export const isOpen = (collection: CollectionWindow, now: Date): boolean =>
  hasOpened(collection, now) && !hasClosed(collection, now)

export function phaseOf(collection: CollectionWindow, now: Date): CollectionPhase {
  if (!hasOpened(collection, now)) return collection.announced ? 'announced' : 'hidden'
  if (hasClosed(collection, now)) return 'closed'
  return collection.paused ? 'paused' : 'open'
}

/** When time alone changes what may be seen or bought of it. */
export const instantsOf = ({ opensAt, closesAt }: CollectionWindow): Date[] => [
  opensAt,
  ...(closesAt ? [closesAt] : []),
]

export const collectionPath = ({ slug }: { slug: string }): string => `/collections/${slug}`

/** What shows a collection, or could; promos may follow it. */
export const collectionTopicsOf = (id: string): string[] => [
  'shop',
  'collections',
  `collection:${id}`,
  'promos',
  'desk:promos',
  'desk:collections',
  `desk:drop:${id}`,
]
