export interface TonightEntry {
  key: string
  /** When it happens, happened or began. */
  at: string
  title: string
  /** What it is, who does it and how it stands. */
  detail: string
  state: 'past' | 'on' | 'coming'
  /** The screen that it is opened in. */
  to: string
  /** The key of an entry of another module that says the same of the same thing, and less: it is left out. */
  standsFor?: string
  /** The verb of that screen, where it is urgent: "Open the run panel". */
  verb?: string
}

export interface Alarm {
  key: string
  title: string
  words: string
  to: string
}

/** What one module has for Tonight. */
export interface TonightPart {
  entries: readonly TonightEntry[]
  alarms: readonly Alarm[]
  error: unknown
  /** Until its first answer has come. */
  loading: boolean
}

export interface Timeline {
  /** What is over or began before now, oldest first. */
  before: TonightEntry[]
  after: TonightEntry[]
}

const PAST_SHOWN = 3
const COMING_SHOWN = 12
const RECENT_MS = 12 * 3_600_000

/** One timeline of all parts: the last few things that are over, all that is on, the next things to come. */
export function mergeTimeline(parts: readonly (readonly TonightEntry[])[], now: number): Timeline {
  const told = parts.flat()
  const replaced = new Set(told.map(({ standsFor }) => standsFor))
  const all = told
    .filter(({ key }) => !replaced.has(key))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.key.localeCompare(b.key))
  const recent = all.filter(({ state, at }) => state === 'past' && now - Date.parse(at) < RECENT_MS)
  const keptPast = new Set(recent.slice(-PAST_SHOWN))
  const began = all.filter((entry) => entry.state === 'on' || keptPast.has(entry))
  const coming = all.filter(({ state }) => state === 'coming')
  return { before: began, after: coming.slice(0, COMING_SHOWN) }
}
