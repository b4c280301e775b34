import type { EventDetails, EventFact, EventRecord } from './event.ts'

/** Tests count in seconds from here. Events start at 0 unless they say otherwise. */
const ZERO = Date.parse('2026-11-22T20:00:00Z')
export const at = (second: number): Date => new Date(ZERO + second * 1000)

const DETAILS: EventDetails = {
  title: 'Harbor City vs. The Night Owls',
  subtitle: 'Match 45, Season 4',
  description: '',
  startsAt: at(0),
  zone: 'America/New_York',
  movedFrom: null,
  startsBy: 'clock',
  announceSeconds: 3600,
  soonSeconds: 600,
  plannedMinutes: 90,
  action: null,
  watchUrl: null,
  finalWords: '',
}

type Given = Partial<Omit<EventRecord, 'details'>> & { details?: Partial<EventDetails> }

export const anEvent = ({ details, ...given }: Given = {}): EventRecord => ({
  id: '0198f000-0000-7000-8000-000000000001',
  slug: 'harbor-city-night-owls',
  showId: null,
  show: null,
  details: { ...DETAILS, ...details },
  delaySeconds: 0,
  draft: false,
  revision: 1,
  createdAt: at(-7200),
  updatedAt: at(-7200),
  facts: [],
  ...given,
})

export const aFact = (
  seq: number,
  kind: EventFact['kind'],
  second: number,
  given: Partial<EventFact> = {},
): EventFact => ({
  seq,
  kind,
  at: at(second),
  by: null,
  words: '',
  startsAt: null,
  delaySeconds: null,
  undoes: null,
  before: null,
  ...given,
})
