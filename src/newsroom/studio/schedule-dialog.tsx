import { useState } from 'react'
import { serverNow } from '../../kit/clock.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { useZone } from '../../kit/studio-context.ts'
import { ZonedTime } from '../../kit/zoned-time.tsx'
import { fromWallClock, toWallClock } from '../../kit/zones.ts'
import type { When } from '../wire.ts'

const HOUR_MS = 3_600_000

interface ScheduleDialogProps {
  at: string | null
  onChoose: (when: When) => void
  onClose: () => void
}

export function ScheduleDialog({ at, onChoose, onClose }: ScheduleDialogProps) {
  const zone = useZone()
  const [wall, setWall] = useState(() =>
    toWallClock(at ?? Math.ceil((serverNow() + HOUR_MS) / HOUR_MS) * HOUR_MS, zone),
  )
  const instant = fromWallClock(wall, zone)
  return (
    <Dialog title="Schedule" onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (instant) onChoose({ at: instant })
        }}
      >
        <ZonedTime label="Readers see it from" zone={zone} value={wall} required onChange={setWall} />
        <div className="dialog-actions">
          <button type="submit" className="button is-hot" disabled={instant === null}>
            Schedule
          </button>
        </div>
      </form>
    </Dialog>
  )
}
