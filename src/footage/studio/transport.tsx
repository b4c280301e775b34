import { useShortcut } from '../../kit/shortcuts.ts'
import { exactClock, spokenClock } from './media-time.ts'
import type { Playhead } from './playhead.ts'
import { usePlaying, useSpeed, useTime } from './use-playhead.ts'

/** A frame at 25 a second: what a browser tells of a video has no frame rate. */
export const FRAME_MS = 40

/** Play, steps by frames and seconds, speed; the same by keys, for who marks many clips. */
export function Transport({ playhead, duration }: { playhead: Playhead; duration: number }) {
  const playing = usePlaying(playhead)
  useTransportKeys(playhead)
  return (
    <div className="transport" role="group" aria-label="Playing">
      <button
        type="button"
        className="button transport-play"
        aria-label={playing ? 'Pause' : 'Play'}
        onClick={() => playhead.toggle()}
      >
        <span className={playing ? 'glyph-pause' : 'glyph-play'} aria-hidden="true" />
      </button>
      {STEPS.map(([words, label, ms]) => (
        <button
          key={label}
          type="button"
          className="button"
          aria-label={`${words}: ${label}`}
          onClick={() => playhead.step(ms)}
        >
          {words}
        </button>
      ))}
      <Speed playhead={playhead} />
      <Clock playhead={playhead} duration={duration} />
    </div>
  )
}

const STEPS = [
  ['−1 s', 'back one second', -1000],
  ['−1 f', 'back one frame', -FRAME_MS],
  ['+1 f', 'on one frame', FRAME_MS],
  ['+1 s', 'on one second', 1000],
] as const

function Speed({ playhead }: { playhead: Playhead }) {
  const speed = useSpeed(playhead)
  return (
    <span className="transport-speed figures">
      {speed !== 1 && (
        <>
          <span className="unseen">Speed </span>
          {speed}×
        </>
      )}
    </span>
  )
}

function Clock({ playhead, duration }: { playhead: Playhead; duration: number }) {
  const now = useTime(playhead)
  return (
    <span className="transport-clock">
      <span className="unseen">{`At ${spokenClock(now)} of ${spokenClock(duration)}`}</span>
      <span aria-hidden="true">
        <b>{exactClock(now)}</b> / {exactClock(duration)}
      </span>
    </span>
  )
}

function useTransportKeys(playhead: Playhead): void {
  useShortcut('space', 'Play or pause', () => playhead.toggle())
  useShortcut('k', 'Play or pause', () => playhead.toggle())
  useShortcut('j', 'Slower', () => playhead.shift(-1))
  useShortcut('l', 'Faster', () => playhead.shift(1))
  useShortcut('arrowleft', 'Back one frame', () => playhead.step(-FRAME_MS))
  useShortcut('arrowright', 'On one frame', () => playhead.step(FRAME_MS))
  useShortcut('shift+arrowleft', 'back one second', () => playhead.step(-1000))
  useShortcut('shift+arrowright', 'On one second', () => playhead.step(1000))
}
