import { lengthOf } from './media-time.ts'

/** What a reader finds in place of the poster while the warning stands. */
export function CoverPreview({ says, why, duration }: { says: string; why: string; duration: number }) {
  return (
    <figure className="cover-preview">
      <figcaption className="legend">What readers see first</figcaption>
      <div className="cover-panel">
        <strong>Before you watch</strong>
        <p>
          {says === '' ? 'What is shown, in plain words.' : says} {why}
        </p>
        <p className="cover-choices" aria-hidden="true">
          <span>Show and play {lengthOf(duration)}</span>
          <span>Read what is said instead</span>
          <span>Play without sound</span>
        </p>
      </div>
    </figure>
  )
}
