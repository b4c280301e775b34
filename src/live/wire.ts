import { z } from 'zod'
import { Start } from '../platform/start-wire.ts'

/** The longest that readers may trail the studio, in seconds. */
export const MAX_DELAY_SECONDS = 90
const DAY_SECONDS = 86_400

const text = (max: number) => z.string().trim().max(max)
const instant = z.iso.datetime({ offset: true })

/** `http(s)` or a path of this site; `//host` and `javascript:` are neither. */
export const Href = z
  .string()
  .trim()
  .max(2000)
  .refine((href) => isSafeHref(href), 'must be an http(s) address or a path of this site such as /events/x')

function isSafeHref(href: string): boolean {
  if (/[^\u0021-\uffff]|\\/.test(href)) return false
  if (href.startsWith('/')) return !href.startsWith('//')
  return /^https?:\/\/[^/]/i.test(href) && URL.canParse(href)
}

export const Slug = z
  .string()
  .max(100)
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'may have small letters, digits and single hyphens, such as night-owls-45',
  )

export const Phase = z.enum([
  'scheduled',
  'starting-soon',
  'live',
  'paused',
  'ended',
  'postponed',
  'cancelled',
])
export type Phase = z.infer<typeof Phase>

export const Action = z.object({ label: text(40).min(1), href: Href })

const EventFields = {
  showId: z.uuid().nullable().default(null),
  title: text(160).min(1),
  subtitle: text(200).default(''),
  description: text(4000).default(''),
  start: Start,
  /** `clock`: live at its start by itself; `host`: when the host says so. */
  startsBy: z.enum(['clock', 'host']).default('clock'),
  /** From so many seconds before the start the strip shows it … */
  announceSeconds: z
    .int()
    .min(0)
    .max(60 * DAY_SECONDS)
    .default(DAY_SECONDS),
  /** … and calls it "Starting Soon". */
  soonSeconds: z.int().min(0).max(DAY_SECONDS).default(900),
  plannedMinutes: z
    .int()
    .min(1)
    .max(7 * 1440)
    .default(90),
  /** What the strip offers while it is live. */
  action: Action.nullable().default(null),
  watchUrl: Href.nullable().default(null),
  /** What the strip says when it is over. */
  finalWords: text(200).default(''),
  delaySeconds: z.int().min(0).max(MAX_DELAY_SECONDS).default(0),
  /** A draft is seen in the studio alone. */
  draft: z.boolean().default(false),
}

export const NewEvent = z.strictObject({ slug: Slug.optional(), ...EventFields })
export type NewEvent = z.input<typeof NewEvent>
export type NewEventRead = z.output<typeof NewEvent>

export const EventChange = z.strictObject({
  slug: Slug.optional(),
  showId: z.uuid().nullable().optional(),
  title: text(160).min(1).optional(),
  subtitle: text(200).optional(),
  description: text(4000).optional(),
  start: Start.optional(),
  startsBy: z.enum(['clock', 'host']).optional(),
  announceSeconds: z
    .int()
    .min(0)
    .max(60 * DAY_SECONDS)
    .optional(),
  soonSeconds: z.int().min(0).max(DAY_SECONDS).optional(),
  plannedMinutes: z
    .int()
    .min(1)
    .max(7 * 1440)
    .optional(),
  action: Action.nullable().optional(),
  watchUrl: Href.nullable().optional(),
  finalWords: text(200).optional(),
  delaySeconds: z.int().min(0).max(MAX_DELAY_SECONDS).optional(),
  draft: z.boolean().optional(),
})
export type EventChange = z.infer<typeof EventChange>

const words = text(200).optional()

/** What a host does to an event, as the body of `POST /api/v1/events/:id/actions`. */
export const EventAction = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('start') }),
  z.strictObject({ action: z.literal('pause'), words }),
  z.strictObject({ action: z.literal('resume') }),
  z.strictObject({ action: z.literal('end'), words }),
  /** Without `start`: until further notice. */
  z.strictObject({ action: z.literal('postpone'), words, start: Start.optional() }),
  z.strictObject({ action: z.literal('cancel'), words }),
  /** Takes back an end, a cancellation or a postponement of long ago. */
  z.strictObject({ action: z.literal('reopen') }),
  /** Takes back the last action that still counts. */
  z.strictObject({ action: z.literal('undo') }),
])
export type EventAction = z.infer<typeof EventAction>
export const ActionName = z.enum(['start', 'pause', 'resume', 'end', 'postpone', 'cancel', 'reopen', 'undo'])
export type ActionName = z.infer<typeof ActionName>

export const DelayChange = z.strictObject({ delaySeconds: z.int().min(0).max(MAX_DELAY_SECONDS) })

export const ShowJson = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  description: z.string(),
  revision: z.int(),
})
export type ShowJson = z.infer<typeof ShowJson>

export const NewShow = z.strictObject({
  slug: Slug.optional(),
  title: text(120).min(1),
  description: text(2000).default(''),
})
export type NewShow = z.input<typeof NewShow>
export const ShowChange = z.strictObject({
  slug: Slug.optional(),
  title: text(120).min(1).optional(),
  description: text(2000).optional(),
})
export type ShowChange = z.infer<typeof ShowChange>

export const PhaseJson = z.object({
  phase: Phase,
  /** "Starting Soon", "Live", … */
  label: z.string(),
  /** Since when it is in this phase; null: since ever. */
  since: instant.nullable(),
  startedAt: instant.nullable(),
  /** The start it counts down to; null once that is past or unknown. */
  countdownTo: instant.nullable(),
  words: z.string(),
})
export type PhaseJson = z.infer<typeof PhaseJson>

const Described = {
  id: z.uuid(),
  slug: z.string(),
  path: z.string(),
  title: z.string(),
  subtitle: z.string(),
  description: z.string(),
  show: z.object({ slug: z.string(), title: z.string() }).nullable(),
  startsAt: instant.nullable(),
  zone: z.string(),
  /** The start it had before it was moved. */
  movedFrom: instant.nullable(),
  plannedMinutes: z.int(),
  action: Action.nullable(),
  watchUrl: z.string().nullable(),
}

/** An event as its readers see it. `startsAt` is null while it is postponed without a date. */
export const PublicEventJson = z.object({ ...Described, phase: PhaseJson })
export type PublicEventJson = z.infer<typeof PublicEventJson>

export const Alarm = z.object({
  kind: z.enum(['late-start', 'over-planned-end', 'paused-long']),
  since: instant,
  says: z.string(),
})
export type Alarm = z.infer<typeof Alarm>

/** An event as the studio sees it: nothing held back, and beside it what readers see now. */
export const DeskEventJson = z.object({
  ...Described,
  startsAt: instant,
  showId: z.uuid().nullable(),
  startsBy: z.enum(['clock', 'host']),
  announceSeconds: z.int(),
  soonSeconds: z.int(),
  announceAt: instant,
  soonAt: instant,
  plannedEnd: instant,
  finalWords: z.string(),
  /** The delay in force. */
  delaySeconds: z.int(),
  draft: z.boolean(),
  revision: z.int(),
  phase: PhaseJson,
  /** What readers see; null: nothing, it is a draft. */
  publicPhase: PhaseJson.nullable(),
  /** How many actions readers have yet to see, and when they will have seen the last. */
  heldBack: z.int(),
  heldUntil: instant.nullable(),
  alarms: z.array(Alarm),
  /** What may be done now. */
  actions: z.array(ActionName),
  /** Whether the strip of the site shows it now. */
  onStrip: z.boolean(),
})
export type DeskEventJson = z.infer<typeof DeskEventJson>

export const FactKind = z.enum([
  'start',
  'pause',
  'resume',
  'end',
  'postpone',
  'cancel',
  'reopen',
  'undo',
  'edit',
  'delay',
])
export type FactKind = z.infer<typeof FactKind>

export const FactJson = z.object({
  seq: z.int(),
  kind: FactKind,
  at: instant,
  /** When readers see it; null: never, it was taken back before. */
  publicAt: instant.nullable(),
  /** Person id; null: Pressbox itself. */
  by: z.string().nullable(),
  words: z.string(),
  /** The new start of a postponement. */
  startsAt: instant.nullable(),
  delaySeconds: z.int().nullable(),
  undone: z.boolean(),
})
export type FactJson = z.infer<typeof FactJson>

export const DeskEventDetail = DeskEventJson.extend({ facts: z.array(FactJson) })
export type DeskEventDetail = z.infer<typeof DeskEventDetail>

/** `now`: live, paused, starting soon; `coming`: scheduled, postponed; `past`: ended, cancelled. */
export const EventState = z.enum(['now', 'coming', 'past'])
export type EventState = z.infer<typeof EventState>

const limit = z.coerce.number().int().min(1).max(100).default(30)
export const EventQuery = z.object({
  state: EventState.default('coming'),
  after: z.string().max(200).optional(),
  limit,
})
export const DeskEventQuery = z.object({
  state: z.enum(['now', 'coming', 'past', 'drafts', 'alarms']).default('coming'),
  after: z.string().max(200).optional(),
  limit,
})

const listOf = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), next: z.string().nullable() })
export const PublicEventList = listOf(PublicEventJson)
export const DeskEventList = listOf(DeskEventJson)
export const ShowList = listOf(ShowJson)
