import { useDeferredValue, useState } from 'react'
import { withQuery } from '../../kit/call.ts'
import { Field } from '../../kit/field.tsx'
import { Go } from '../../kit/go.tsx'
import { useList } from '../../kit/read.ts'
import { Empty, Loaded, More } from '../../kit/states.tsx'
import type { Clip } from '../wire.ts'
import { whyNotUsable } from './clip-look.ts'
import { ClipThumb } from './clip-thumb.tsx'
import { lengthOf } from './media-time.ts'

interface ClipGridProps {
  /** On the buttons, for who hears them. */
  verb: string
  onChoose: (clip: Clip) => void
}

/** The clips of all footage: search, and choose one that is ready. */
export function ClipGrid({ verb, onChoose }: ClipGridProps) {
  const [words, setWords] = useState('')
  const q = useDeferredValue(words.trim())
  const clips = useList<Clip>(withQuery('/api/v1/clips', { q }), ['desk:footage'])
  return (
    <>
      <Field label="Search clips">
        <input type="search" value={words} onChange={(event) => setWords(event.target.value)} />
      </Field>
      <Loaded query={clips} what="clips">
        {(found) =>
          found.length === 0 ? (
            <Empty action={q === '' && <Go to="/footage">Open Footage</Go>}>
              {q === ''
                ? 'No clips yet. Upload footage and mark them there.'
                : `No clip has “${q}” in its title.`}
            </Empty>
          ) : (
            <ul className="clip-grid">
              {found.map((clip) => (
                <li key={clip.id}>
                  <ClipChoice clip={clip} verb={verb} onChoose={onChoose} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <More {...clips} />
    </>
  )
}

function ClipChoice({ clip, verb, onChoose }: ClipGridProps & { clip: Clip }) {
  const why = whyNotUsable(clip)
  const words = (
    <>
      <ClipThumb clip={clip} />
      <span className="clip-title">{clip.title}</span>
      <span className="clip-detail">{why ?? detailOf(clip)}</span>
    </>
  )
  if (why !== null) return <div className="clip-choice is-dim">{words}</div>
  return (
    <button type="button" className="clip-choice" onClick={() => onChoose(clip)}>
      <span className="unseen">{verb}: </span>
      {words}
    </button>
  )
}

const detailOf = ({ durationMs, captions, warning }: Clip): string =>
  [lengthOf(durationMs), captions && 'captions', warning && 'warning'].filter(Boolean).join(' · ')
