import { useState } from 'react'
import { Dialog } from '../../kit/dialog.tsx'
import { useRead } from '../../kit/read.ts'
import { Loaded } from '../../kit/states.tsx'
import type { Clip, ClipTranscript } from '../wire.ts'
import { ClipGrid } from './clip-grid.tsx'
import { whyNotUsable } from './clip-look.ts'
import { MomentChoice } from './moment-choice.tsx'
import type { ChosenSpan } from './span-selection.ts'

/** A span of a clip, ms from its in point. Without words: `speaker` and `text` are empty. */
export interface ChosenMoment extends ChosenSpan {
  /** The clip's id. */
  clip: string
}

interface MomentPickerProps {
  /** The clip it is about; left out, one is chosen first. */
  clipId?: string | undefined
  /** The span to begin with, where one stands already. */
  from?: number | undefined
  to?: number | undefined
  onChoose: (moment: ChosenMoment) => void
  onClose: () => void
}

/** Words of a clip, or a span of it without words: what a quote or a paraphrase is tied to. */
export function MomentPicker({ clipId, from, to, onChoose, onClose }: MomentPickerProps) {
  const [chosen, setChosen] = useState(clipId)
  return (
    <Dialog title={chosen ? 'Choose the words' : 'Choose a clip'} size="large" onClose={onClose}>
      {chosen ? (
        <MomentOf
          key={chosen}
          id={chosen}
          given={chosen === clipId && from !== undefined && to !== undefined ? { from, to } : null}
          onChoose={(span) => onChoose({ ...span, clip: chosen })}
          onOther={() => setChosen(undefined)}
        />
      ) : (
        <ClipGrid verb="Take words of" onChoose={({ id }) => setChosen(id)} />
      )}
    </Dialog>
  )
}

interface MomentOfProps {
  id: string
  given: { from: number; to: number } | null
  onChoose: (span: ChosenSpan) => void
  onOther: () => void
}

function MomentOf({ id, given, onChoose, onOther }: MomentOfProps) {
  const clip = useRead<Clip>(`/api/v1/clips/${id}`, ['desk:footage'])
  const transcript = useRead<ClipTranscript>(`/api/v1/clips/${id}/transcript`, ['desk:footage'])
  return (
    <Loaded query={clip} what="the clip">
      {(data) => {
        const why = whyNotUsable(data)
        if (why !== null)
          return (
            <div className="state">
              <p>
                “{data.title}” cannot be used yet. {why}
              </p>
              <button type="button" className="button" onClick={onOther}>
                Choose another clip
              </button>
            </div>
          )
        return (
          <Loaded query={transcript} what="what is said">
            {({ cues }) => (
              <MomentChoice clip={data} cues={cues} given={given} onChoose={onChoose} onOther={onOther} />
            )}
          </Loaded>
        )
      }}
    </Loaded>
  )
}
