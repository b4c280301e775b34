import { useState } from 'react'
import { call } from '../../kit/call.ts'
import { serverNow, useNow } from '../../kit/clock.ts'
import { useConfirm } from '../../kit/use-confirm.ts'
import { type Acting, useAct } from '../../kit/read.ts'
import { useMay, useZone } from '../../kit/studio-context.ts'
import { countdown, dateTime } from '../../kit/time.ts'
import { ZonedTime } from '../../kit/zoned-time.tsx'
import { fromWallClock, toWallClock } from '../../kit/zones.ts'

interface RevealPanelProps {
  of: 'season' | 'match'
  path: string
  revealAt: string | null
  revision: number
}

const DAY_MS = 86_400_000

/** Results can be held back until an instant; no door shows them before. */
export function RevealPanel({ of, path, revealAt, revision }: RevealPanelProps) {
  const mayManage = useMay('league.manage')
  const zone = useZone()
  const now = useNow()
  const confirm = useConfirm()
  const [wall, setWall] = useState(() => toWallClock(revealAt ?? serverNow() + DAY_MS, zone))
  const save: Acting<string | null> = useAct(
    (at: string | null) => call('PUT', path, { revealAt: at }, { revision }),
    { says: (_, at) => (at ? `Held back until ${dateTime(at, zone)}.` : 'Results are shown.') },
  )
  const held = revealAt !== null && Date.parse(revealAt) > now
  const wanted = fromWallClock(wall, zone)
  const show = async () => {
    const words = 'Everybody sees the results at once. That cannot be taken back: what was seen was seen.'
    if (await confirm({ title: 'Show the results now?', words, yes: 'Show them' })) save.mutate(null)
  }
  return (
    <section className="panel" aria-labelledby="reveal">
      <h2 id="reveal">Held back</h2>
      <p className="mute">
        {held
          ? `Readers see no result of this ${of} until ${dateTime(revealAt, zone)}, at no door: no score, no table, no overlay.`
          : `Results of this ${of} are shown as they come. They can be held back, for a show that was recorded.`}
      </p>
      {held && <p className="countdown">{countdown(Date.parse(revealAt) - now)}</p>}
      {mayManage && (
        <>
          <ZonedTime label="Show results from" zone={zone} value={wall} onChange={setWall} />
          <div className="form-actions">
            <button
              type="button"
              className="button"
              disabled={wanted === null || Date.parse(wanted) <= now || wanted === revealAt || save.isPending}
              onClick={() => save.mutate(wanted)}
            >
              Hold back
            </button>
            {held && (
              <button type="button" className="button is-danger" onClick={() => void show()}>
                Show now
              </button>
            )}
          </div>
        </>
      )}
    </section>
  )
}
