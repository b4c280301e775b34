import { useEffect, useRef, useState } from 'react'
import { call } from '../../kit/call.ts'
import { Field } from '../../kit/field.tsx'
import { randomId } from '../../kit/random-id.ts'
import { useAct } from '../../kit/read.ts'
import { plural } from '../../kit/time.ts'
import type { DeskEventDetail } from '../wire.ts'

// The same number stands in ../wire.ts, which brings the validator with it.
const LONGEST_S = 90
const SETTLED_MS = 500

/** Changes at once, also while live: what is held back is held longer or let go in order. */
export function DelaySlider({ event }: { event: DeskEventDetail }) {
  const [seconds, setSeconds] = useState(event.delaySeconds)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const change = useAct<number>(
    (delaySeconds) =>
      call('PUT', `/api/v1/events/${event.id}/delay`, { delaySeconds }, { idempotencyKey: randomId() }),
    {
      says: (_, delay) =>
        delay === 0 ? 'Readers see it at once.' : `Readers trail by ${plural(delay, 'second')}.`,
      failed: () => {
        setSeconds(event.delaySeconds)
        return false
      },
    },
  )
  useEffect(() => setSeconds(event.delaySeconds), [event.delaySeconds])
  const slide = (value: number) => {
    setSeconds(value)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => change.mutate(value), SETTLED_MS)
  }
  return (
    <Field
      label={`Broadcast delay: ${plural(seconds, 'second')}`}
      hint="What readers see of it trails what you do here by so much."
    >
      <input
        type="range"
        min={0}
        max={LONGEST_S}
        value={seconds}
        onChange={(moved) => slide(Number(moved.target.value))}
      />
    </Field>
  )
}
