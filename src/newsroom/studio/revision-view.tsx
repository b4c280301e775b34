import { useState } from 'react'
import { Tabs } from '../../kit/field.tsx'
import { useRead } from '../../kit/read.ts'
import { Loaded } from '../../kit/states.tsx'
import { plural } from '../../kit/time.ts'
import type { Revision, StoryInput } from '../wire.ts'
import { changesBetween, type Piece } from './revision-changes.ts'
import { StoryWords } from './story-words.tsx'

type View = 'changed' | 'since' | 'stood'
const VIEWS: [View, string][] = [
  ['changed', 'What it changed'],
  ['since', 'What has changed since'],
  ['stood', 'As it stood'],
]

interface RevisionViewProps {
  /** Of all revisions of the story. */
  path: string
  revision: number
  /** The story as it is in the editor. */
  now: StoryInput
}

export function RevisionView({ path, revision, now }: RevisionViewProps) {
  const [view, setView] = useState<View>('changed')
  const kept = useRead<Revision>(`${path}/${revision}`, [])
  return (
    <Loaded query={kept} what="the revision">
      {({ content, before }) => (
        <>
          <Tabs label="What to show of this revision" value={view} options={VIEWS} onChange={setView} />
          <div
            className="version"
            tabIndex={0}
            role="region"
            aria-label={VIEWS.find(([each]) => each === view)?.[1]}
          >
            {view === 'stood' && <StoryWords content={content} />}
            {view === 'since' && <WhatChanged before={content} after={now} />}
            {view === 'changed' && before === null && <p className="mute">This is the first save.</p>}
            {view === 'changed' && before !== null && (
              <FromTheOneBefore path={`${path}/${before}`} content={content} />
            )}
          </div>
        </>
      )}
    </Loaded>
  )
}

function FromTheOneBefore({ path, content }: { path: string; content: StoryInput }) {
  const earlier = useRead<Revision>(path, [])
  return (
    <Loaded query={earlier} what="the revision before it">
      {(before) => <WhatChanged before={before.content} after={content} />}
    </Loaded>
  )
}

function WhatChanged({ before, after }: { before: StoryInput; after: StoryInput }) {
  const { passages, also } = changesBetween(before, after)
  if (passages.length + also.length === 0) return <p className="mute">Nothing.</p>
  return (
    <>
      {also.length > 0 && <p className="mute">Other than words: {also.join(', ')}.</p>}
      {passages.map((passage) =>
        'unchanged' in passage ? (
          <p key={passage.key} className="mute">
            {plural(passage.unchanged, 'part')} unchanged
          </p>
        ) : (
          <div key={passage.key}>
            <p className="version-words">{passage.pieces.map(toElement)}</p>
            {passage.note && <p className="mute">{passage.note}</p>}
          </div>
        ),
      )}
    </>
  )
}

function toElement({ words, change }: Piece, place: number) {
  if (change === 'added') return <ins key={place}>{words}</ins>
  return change === 'removed' ? <del key={place}>{words}</del> : words
}
