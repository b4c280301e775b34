import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react'
import type { Clip } from '../wire.ts'
import { type ClipRange, handleStep, moveEnd, type View } from './clip-range.ts'
import { clockOf, exactClock } from './media-time.ts'
import type { Playhead } from './playhead.ts'
import { FRAME_MS } from './transport.tsx'
import { useTime } from './use-playhead.ts'

interface TimelineProps {
  label: string
  /** The part of the master that is drawn, ms. */
  view: View
  duration: number
  playhead: Playhead
  clips: readonly Clip[]
  /** The clip in the form; `null`: none, and there are no handles. */
  range: ClipRange | null
  onRange: (range: ClipRange) => void
}

const place = ([start, end]: View, ms: number): string =>
  `${Math.min(100, Math.max(0, ((ms - start) / Math.max(1, end - start)) * 100))}%`

/** The master as a bar: where its clips lie, where the playhead is, and the two ends of the clip in the form. */
export function TimelineBar({ label, view, duration, playhead, clips, range, onRange }: TimelineProps) {
  const bar = useRef<HTMLDivElement>(null)
  const timeAt = (event: PointerEvent): number => {
    const box = bar.current?.getBoundingClientRect()
    if (!box) return 0
    const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width))
    return Math.round(view[0] + share * (view[1] - view[0]))
  }
  const seek = (event: PointerEvent<HTMLElement>) => {
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId)
    else if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    playhead.seek(timeAt(event))
  }
  const move = (end: 'from' | 'to', ms: number) => {
    const next = range && moveEnd(range, end, ms, duration)
    if (!next) return
    onRange(next)
    playhead.pause()
    playhead.seek(next[end] ?? ms)
  }
  return (
    <div className="timeline-bar" role="group" aria-label={label}>
      <div ref={bar} className="timeline-track" onPointerDown={seek} onPointerMove={seek}>
        {clips.map(({ id, title, inMs, outMs }) =>
          outMs < view[0] || inMs > view[1] ? null : (
            <Span key={id} className="timeline-clip" view={view} from={inMs} to={outMs} title={title} />
          ),
        )}
        {range && range.from !== null && range.to !== null && (
          <Span className="timeline-range" view={view} from={range.from} to={range.to} />
        )}
        <Head playhead={playhead} view={view} duration={duration} />
        {ENDS.map(([end, words]) => {
          const at = range?.[end] ?? null
          return (
            at !== null && (
              <Handle
                key={end}
                className={`timeline-handle is-${end}`}
                label={words}
                at={at}
                view={view}
                duration={duration}
                onMove={(ms) => move(end, ms)}
                timeAt={timeAt}
              />
            )
          )
        })}
      </div>
      <div className="timeline-scale figures" aria-hidden="true">
        {QUARTERS.map((share) => (
          <span key={share}>{clockOf(view[0] + share * (view[1] - view[0]))}</span>
        ))}
      </div>
    </div>
  )
}

const ENDS = [
  ['from', 'In point'],
  ['to', 'Out point'],
] as const
const QUARTERS = [0, 0.25, 0.5, 0.75, 1] as const

interface SpanProps {
  className: string
  view: View
  from: number
  to: number
  title?: string
}

function Span({ className, view, from, to, title }: SpanProps): ReactNode {
  const right = `calc(100% - ${place(view, to)})`
  return <span className={className} title={title} style={{ left: place(view, from), right }} />
}

function Head({ playhead, view, duration }: Pick<TimelineProps, 'playhead' | 'view' | 'duration'>) {
  const now = useTime(playhead)
  const onKey = (event: KeyboardEvent) => stepBy(event, now, duration, (ms) => playhead.seek(ms))
  return (
    <span
      className="timeline-head"
      role="slider"
      tabIndex={0}
      aria-label="Playhead"
      aria-valuemin={0}
      aria-valuemax={duration}
      aria-valuenow={Math.min(now, duration)}
      aria-valuetext={exactClock(now)}
      style={{ left: place(view, now) }}
      onKeyDown={onKey}
    />
  )
}

interface HandleProps {
  className: string
  label: string
  at: number
  view: View
  duration: number
  onMove: (ms: number) => void
  timeAt: (event: PointerEvent) => number
}

function Handle({ className, label, at, view, duration, onMove, timeAt }: HandleProps) {
  const drag = (event: PointerEvent<HTMLElement>) => {
    event.stopPropagation()
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId)
    else if (event.currentTarget.hasPointerCapture(event.pointerId)) onMove(timeAt(event))
  }
  return (
    <span
      className={className}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={duration}
      aria-valuenow={at}
      aria-valuetext={exactClock(at)}
      style={{ left: place(view, at) }}
      onPointerDown={drag}
      onPointerMove={drag}
      onKeyDown={(event) => stepBy(event, at, duration, onMove)}
    />
  )
}

function stepBy(event: KeyboardEvent, at: number, duration: number, go: (ms: number) => void): void {
  if (event.metaKey || event.ctrlKey || event.altKey) return
  const step = handleStep(event.key, event.shiftKey, FRAME_MS)
  if (step === null) return
  event.preventDefault()
  go(Math.min(duration, Math.max(0, at + step)))
}
