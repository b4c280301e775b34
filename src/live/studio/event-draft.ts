import { fromWallClock, toWallClock } from '../../kit/zones.ts'
import type { DeskEventJson, EventChange, NewEvent } from '../wire.ts'

/** An event as its form holds it: what people type. */
export interface EventDraft {
  title: string
  subtitle: string
  slug: string
  description: string
  showId: string
  wall: string
  zone: string
  startsBy: 'clock' | 'host'
  announceHours: number
  soonSeconds: number
  plannedMinutes: number
  actionLabel: string
  actionHref: string
  watchUrl: string
  finalWords: string
  delaySeconds: number
  draft: boolean
}

const HOUR_S = 3600
/** Of an event without a button too, so that an address alone makes one. */
const ACTION_LABEL = 'Watch now'
const HOUR_MS = HOUR_S * 1000

export function newDraft(now: number, zone: string): EventDraft {
  return {
    title: '',
    subtitle: '',
    slug: '',
    description: '',
    showId: '',
    wall: toWallClock(Math.ceil((now + HOUR_MS) / HOUR_MS) * HOUR_MS, zone, true),
    zone,
    startsBy: 'clock',
    announceHours: 24,
    soonSeconds: 900,
    plannedMinutes: 90,
    actionLabel: ACTION_LABEL,
    actionHref: '',
    watchUrl: '',
    finalWords: '',
    delaySeconds: 0,
    draft: false,
  }
}

export const draftOf = (event: DeskEventJson): EventDraft => ({
  title: event.title,
  subtitle: event.subtitle,
  slug: event.slug,
  description: event.description,
  showId: event.showId ?? '',
  wall: toWallClock(event.startsAt, event.zone, true),
  zone: event.zone,
  startsBy: event.startsBy,
  announceHours: event.announceSeconds / HOUR_S,
  soonSeconds: event.soonSeconds,
  plannedMinutes: event.plannedMinutes,
  actionLabel: event.action?.label ?? ACTION_LABEL,
  actionHref: event.action?.href ?? '',
  watchUrl: event.watchUrl ?? '',
  finalWords: event.finalWords,
  delaySeconds: event.delaySeconds,
  draft: event.draft,
})

function fieldsOf(draft: EventDraft) {
  const {
    actionLabel,
    actionHref,
    watchUrl,
    showId,
    announceHours,
    wall: _wall,
    zone: _zone,
    slug,
    ...same
  } = draft
  return {
    ...same,
    ...(slug !== '' && { slug }),
    showId: showId === '' ? null : showId,
    announceSeconds: Math.round(announceHours * HOUR_S),
    action: actionHref === '' ? null : { label: actionLabel, href: actionHref },
    watchUrl: watchUrl === '' ? null : watchUrl,
  }
}

/** Seconds that are left out by the browser when they are 0 are put back, as two ways of writing one time must be equal. */
const whole = (wall: string): string => (wall.length === 16 ? `${wall}:00` : wall)

const startOf = ({ wall, zone }: EventDraft) => ({ wall: whole(wall), zone })

export const toNewEvent = (draft: EventDraft): NewEvent => ({ ...fieldsOf(draft), start: startOf(draft) })

/** The start is sent only where it was changed: a start that is past or moved is not set again by an edit of the title. */
export function toChange(draft: EventDraft, event: DeskEventJson): EventChange {
  const { delaySeconds: _delay, ...fields } = fieldsOf(draft)
  const before = draftOf(event)
  const moved = whole(draft.wall) !== before.wall || draft.zone !== before.zone
  return { ...fields, ...(moved && { start: startOf(draft) }) }
}

export const problemOf = ({ wall, zone }: EventDraft): string | null =>
  fromWallClock(wall, zone) === null ? 'Say when it starts.' : null
