import { allowedActions } from './allowed-actions.ts'
import { alarmsOf } from './alarms.ts'
import type { EventRecord } from './event.ts'
import { type EventView, publicView, studioView } from './event-view.ts'
import { announceAt, LABELS, type PhaseView, plannedEnd, soonAt } from './phase.ts'
import { delayInForce, heldBack, revealTimes, withoutWithdrawn } from './public-time.ts'
import type { DeskEventDetail, DeskEventJson, FactJson, PhaseJson, PublicEventJson } from './wire.ts'

const iso = (at: Date): string => at.toISOString()
const isoOrNull = (at: Date | null): string | null => at && iso(at)

export const toPhaseJson = (view: PhaseView): PhaseJson => ({
  phase: view.phase,
  label: LABELS[view.phase],
  since: isoOrNull(view.since),
  startedAt: isoOrNull(view.startedAt),
  countdownTo: isoOrNull(view.countdownTo),
  words: view.words,
})

const described = ({ id, slug, path, show, details }: EventView) => ({
  id,
  slug,
  path,
  show,
  title: details.title,
  subtitle: details.subtitle,
  description: details.description,
  zone: details.zone,
  movedFrom: isoOrNull(details.movedFrom),
  plannedMinutes: details.plannedMinutes,
  action: details.action,
  watchUrl: details.watchUrl,
})

export const toPublicJson = (view: EventView): PublicEventJson => ({
  ...described(view),
  startsAt: view.phase.phase === 'postponed' ? null : iso(view.details.startsAt),
  phase: toPhaseJson(view.phase),
})

/** `onStrip` is the id of the event that the strip shows. */
export function toDeskJson(event: EventRecord, now: Date, onStrip: string | null): DeskEventJson {
  const view = studioView(event, now)
  const seen = publicView(event, now)
  const held = heldBack(event, now)
  const { details } = event
  return {
    ...described(view),
    startsAt: iso(details.startsAt),
    showId: event.showId,
    startsBy: details.startsBy,
    announceSeconds: details.announceSeconds,
    soonSeconds: details.soonSeconds,
    announceAt: iso(announceAt(details)),
    soonAt: iso(soonAt(details)),
    plannedEnd: iso(plannedEnd(details, view.phase.startedAt)),
    finalWords: details.finalWords,
    delaySeconds: delayInForce(event),
    draft: event.draft,
    revision: event.revision,
    phase: toPhaseJson(view.phase),
    publicPhase: seen && toPhaseJson(seen.phase),
    heldBack: held.length,
    heldUntil: isoOrNull(held.at(-1)?.publicAt ?? null),
    alarms: event.draft ? [] : alarmsOf(event, now),
    actions: allowedActions(event, now),
    onStrip: event.id === onStrip,
  }
}

export const toDeskDetail = (event: EventRecord, now: Date, onStrip: string | null): DeskEventDetail => ({
  ...toDeskJson(event, now, onStrip),
  facts: factsOf(event),
})

function factsOf(event: EventRecord): FactJson[] {
  const timed = revealTimes(event.delaySeconds, event.facts)
  const revealed = new Map(withoutWithdrawn(timed).map((fact) => [fact.seq, fact.publicAt]))
  const undone = new Set(event.facts.flatMap(({ undoes }) => (undoes === null ? [] : [undoes])))
  return event.facts.map((fact) => ({
    seq: fact.seq,
    kind: fact.kind,
    at: iso(fact.at),
    publicAt: isoOrNull(revealed.get(fact.seq) ?? null),
    by: fact.by,
    words: fact.words,
    startsAt: isoOrNull(fact.startsAt),
    delaySeconds: fact.delaySeconds,
    undone: undone.has(fact.seq),
  }))
}
