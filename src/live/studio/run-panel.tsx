import { useState } from 'react'
import { call } from '../../kit/call.ts'
import { useNow } from '../../kit/clock.ts'
import { randomId } from '../../kit/random-id.ts'
import { type Acting, useAct } from '../../kit/read.ts'
import { useMay, useZone } from '../../kit/studio-context.ts'
import { clockSeconds, countdown } from '../../kit/time.ts'
import type { ActionName, DeskEventDetail, EventAction } from '../wire.ts'
import { ActionDialog } from './action-dialog.tsx'
import { DelaySlider } from './delay-slider.tsx'
import { PHASE_WORDS } from './phase-words.ts'

const VERB: Record<ActionName, string> = {
  start: 'Start now',
  pause: 'Pause',
  resume: 'Resume',
  end: 'End',
  postpone: 'Postpone',
  cancel: 'Cancel the event',
  reopen: 'Reopen',
  undo: 'Undo the last',
}
const DONE: Record<ActionName, string> = {
  start: 'Started.',
  pause: 'Paused.',
  resume: 'Resumed.',
  end: 'Ended.',
  postpone: 'Postponed.',
  cancel: 'Cancelled.',
  reopen: 'Reopened.',
  undo: 'Undone.',
}
const ASKS: readonly ActionName[] = ['pause', 'end', 'postpone', 'cancel']
/** The one hot button: what the host is most likely to do next. */
const NEXT: readonly ActionName[] = ['resume', 'start', 'end']

export function RunPanel({ event }: { event: DeskEventDetail }) {
  const mayRun = useMay('event.run')
  const [asking, setAsking] = useState<ActionName | null>(null)
  const act: Acting<EventAction> = useAct(
    (action: EventAction) =>
      call('POST', `/api/v1/events/${event.id}/actions`, action, { idempotencyKey: randomId() }),
    {
      says: (_, { action }) => DONE[action],
      undo: (_, { action }) =>
        action === 'undo' ? undefined : { act: () => act.mutate({ action: 'undo' }) },
    },
  )
  const press = (action: ActionName) => {
    if (ASKS.includes(action)) setAsking(action)
    else act.mutate({ action })
  }
  const next = NEXT.find((action) => event.actions.includes(action))
  return (
    <section className="panel run-panel" aria-labelledby="run">
      <h2 id="run">Run it</h2>
      <Standing event={event} />
      {mayRun && (
        <>
          <div className="run-actions">
            {event.actions.map((action) => (
              <button
                key={action}
                type="button"
                className={action === next ? 'button is-hot' : 'button'}
                disabled={act.isPending}
                onClick={() => press(action)}
              >
                {VERB[action]}
              </button>
            ))}
          </div>
          {event.draft && (
            <p className="mute">A draft cannot be run. Publish it first: uncheck “Draft” and save.</p>
          )}
          <DelaySlider event={event} />
        </>
      )}
      {asking && (
        <ActionDialog
          event={event}
          action={asking}
          verb={VERB[asking]}
          onClose={() => setAsking(null)}
          onAct={(action) => {
            setAsking(null)
            act.mutate(action)
          }}
        />
      )}
    </section>
  )
}

function Standing({ event }: { event: DeskEventDetail }) {
  const now = useNow()
  const zone = useZone()
  const { phase, publicPhase, heldUntil, heldBack } = event
  const held = heldBack > 0 && heldUntil ? Date.parse(heldUntil) - now : 0
  return (
    <dl className="standing">
      <div>
        <dt>Here</dt>
        <dd>
          <strong>{PHASE_WORDS[phase.phase]}</strong>
          {phase.since && <> since {clockSeconds(phase.since, zone)}</>}
          {phase.countdownTo && (
            <span className="countdown"> in {countdown(Date.parse(phase.countdownTo) - now)}</span>
          )}
          {phase.words && <span className="mute"> “{phase.words}”</span>}
        </dd>
      </div>
      <div>
        <dt>Readers see</dt>
        <dd>
          <strong>{(publicPhase && PHASE_WORDS[publicPhase.phase]) ?? 'nothing: it is a draft'}</strong>
          {held > 0 && <span className="countdown"> the rest in {countdown(held)}</span>}
        </dd>
      </div>
    </dl>
  )
}
