import { useDeferredValue, useState } from 'react'
import { withQuery } from '../../kit/call.ts'
import { Field } from '../../kit/field.tsx'
import { useList } from '../../kit/read.ts'
import { Empty, Loaded, More } from '../../kit/states.tsx'
import type { PictureDto } from '../wire.ts'

interface PictureGridProps {
  onChoose: (picture: PictureDto) => void
  verb: string
}

const UNDESCRIBED = 'Needs a description'

/** The picture library: search, and choose one. */
export function PictureGrid({ onChoose, verb }: PictureGridProps) {
  const [words, setWords] = useState('')
  const q = useDeferredValue(words)
  const list = useList<PictureDto>(withQuery('/api/v1/pictures', { q }), ['desk:pictures'])
  return (
    <>
      <div className="toolbar">
        <Field label="Search pictures" className="is-wide">
          <input type="search" value={words} onChange={(event) => setWords(event.target.value)} />
        </Field>
      </div>
      <Loaded query={list} what="pictures">
        {(pictures) =>
          pictures.length === 0 ? (
            <Empty>{q === '' ? 'No pictures yet.' : `No picture has “${q}” in its words.`}</Empty>
          ) : (
            <ul className="picture-grid">
              {pictures.map((picture) => (
                <li key={picture.id}>
                  <button
                    type="button"
                    onClick={() => onChoose(picture)}
                    aria-label={`${verb}: ${picture.alt || UNDESCRIBED}`}
                  >
                    <img src={picture.preview} alt="" loading="lazy" />
                    <span className={picture.alt === '' ? 'hot-ink' : ''}>{picture.alt || UNDESCRIBED}</span>
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <More {...list} />
    </>
  )
}
