import { type ReactNode, useState } from 'react'
import type { Warning } from '../wire.ts'
import type { Playhead } from './playhead.ts'

interface WatchProps {
  src: string
  label: string
  playhead: Playhead
  /** Covered until somebody wants to see it. */
  warning?: Warning | null
  captionsUrl?: string | null
  language?: string
  children?: ReactNode
}

/** A video of the desk, with our own buttons below it. */
export function Watch({
  src,
  label,
  playhead,
  warning = null,
  captionsUrl = null,
  language = 'en',
  children,
}: WatchProps) {
  const [asked, setAsked] = useState(false)
  return (
    <div className="watch">
      <video
        ref={playhead.attach}
        src={src}
        aria-label={label}
        preload="auto"
        playsInline
        disablePictureInPicture
        tabIndex={-1}
        onClick={() => playhead.toggle()}
      >
        {captionsUrl && <track kind="captions" src={captionsUrl} srcLang={language} label="Captions" />}
      </video>
      {warning && !asked && (
        <div className="watch-cover">
          <strong>Before you watch</strong>
          <p>{warning.says}</p>
          <button type="button" className="button" onClick={() => setAsked(true)}>
            Show it
          </button>
        </div>
      )}
      {children}
    </div>
  )
}
