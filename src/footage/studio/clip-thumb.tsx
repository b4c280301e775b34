import type { Clip } from '../wire.ts'
import { posterUrl } from './clip-look.ts'

/** The poster of a clip; covered while a warning stands. Words beside it say what it is. */
export function ClipThumb({ clip: { poster, warning } }: { clip: Pick<Clip, 'poster' | 'warning'> }) {
  if (warning)
    return (
      <span className="frame is-covered">
        <span aria-hidden="true">Warning</span>
      </span>
    )
  return (
    <span className={poster ? 'frame' : 'frame is-empty'}>
      {poster && <img src={posterUrl(poster, 480)} alt="" loading="lazy" decoding="async" />}
    </span>
  )
}
