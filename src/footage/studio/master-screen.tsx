import { useMemo } from 'react'
import { withQuery } from '../../kit/call.ts'
import { Tabs } from '../../kit/field.tsx'
import { Go, useAddressWord } from '../../kit/go.tsx'
import { Page } from '../../kit/page.tsx'
import { useList, useRead } from '../../kit/read.ts'
import type { ScreenProps } from '../../kit/screen.ts'
import { useShortcut } from '../../kit/shortcuts.ts'
import { Loaded, More } from '../../kit/states.tsx'
import type { Clip, Master } from '../wire.ts'
import { ClipPanel } from './clip-panel.tsx'
import { markIn, markOut, ViewKeeper } from './clip-range.ts'
import { MasterBadge } from './master-row.tsx'
import { OriginPanel } from './origin-panel.tsx'
import type { Playhead } from './playhead.ts'
import { ProcessingPanel } from './processing-panel.tsx'
import { TimelineBar } from './timeline-bar.tsx'
import { TranscriptPanel } from './transcript-panel.tsx'
import { Transport } from './transport.tsx'
import { type ClipDrafting, useClipDraft } from './use-clip-draft.ts'
import { useAtTime, usePlayhead } from './use-playhead.ts'
import { Watch } from './watch.tsx'

const TOPICS = ['desk:footage']

export function MasterScreen({ params }: ScreenProps) {
  const id = params['id'] ?? ''
  const master = useRead<Master>(`/api/v1/masters/${id}`, TOPICS)
  return (
    <Loaded query={master} what="the footage">
      {(data) => (
        <Page
          title={data.name}
          beside={<MasterBadge master={data} />}
          actions={
            <Go to="/footage" className="button">
              All footage
            </Go>
          }
        >
          <Desk key={id} master={data} />
        </Page>
      )}
    </Loaded>
  )
}

type Shown = 'clips' | 'transcript' | 'origin'
const SHOWN: readonly (readonly [Shown, string])[] = [
  ['clips', 'Clips'],
  ['transcript', 'Transcript'],
  ['origin', 'Origin'],
]

/** The footage beside what is made of it: its clips, its words, where it came from. */
function Desk({ master }: { master: Master }) {
  const playhead = usePlayhead()
  const [shown, setShown] = useAddressWord('show', 'clips')
  const list = useList<Clip>(withQuery('/api/v1/clips', { master: master.id, limit: 100 }), TOPICS)
  const clips = list.data ?? []
  const drafting = useClipDraft(clips)
  return (
    <div className="footage-desk">
      <div className="footage-watch">
        <ProcessingPanel master={master} />
        {master.previewUrl && (
          <>
            <Watch src={master.previewUrl} label={master.name} playhead={playhead} />
            <div className="footage-controls">
              <Transport playhead={playhead} duration={master.durationMs ?? 0} />
              <Timelines
                master={master}
                playhead={playhead}
                clips={clips}
                drafting={drafting}
                onMark={() => setShown('clips')}
              />
              <KeysHint />
            </div>
          </>
        )}
      </div>
      <div className="footage-side">
        <Tabs label="Beside the footage" value={shown as Shown} options={SHOWN} onChange={setShown} />
        {shown === 'transcript' ? (
          <TranscriptPanel master={master} playhead={playhead} />
        ) : shown === 'origin' ? (
          <OriginPanel master={master} />
        ) : (
          <Loaded query={list} what="clips">
            {() => (
              <>
                <ClipPanel master={master} clips={clips} drafting={drafting} playhead={playhead} />
                <More {...list} />
              </>
            )}
          </Loaded>
        )}
      </div>
    </div>
  )
}

const KEYS = [
  ['Space', 'play'],
  ['J', 'slower'],
  ['L', 'faster'],
  ['← →', 'a frame'],
  ['Shift ← →', 'a second'],
  ['I', 'begin'],
  ['O', 'end'],
] as const

const KeysHint = () => (
  <p className="keys-hint mute">
    {KEYS.map(([key, says]) => (
      <span key={key}>
        <kbd>{key}</kbd> {says}
      </span>
    ))}
  </p>
)

interface TimelinesProps {
  master: Master
  playhead: Playhead
  clips: readonly Clip[]
  drafting: ClipDrafting
  onMark: () => void
}

/** The whole master; of a long one also the part around the clip, so that a second is wide enough to be hit. */
function Timelines({ master, playhead, clips, drafting, onMark }: TimelinesProps) {
  const duration = master.durationMs ?? 0
  const { draft, begin, set } = drafting
  const mark = (how: typeof markIn) => {
    const at = playhead.now()
    const range = how(draft ?? { from: null, to: null }, at, duration)
    if (draft) set(range)
    else begin(range)
    onMark()
  }
  useShortcut('i', 'Begin the clip here', () => mark(markIn))
  useShortcut('o', 'End the clip here', () => mark(markOut))
  const keeper = useMemo(() => new ViewKeeper(duration), [duration])
  const view = useAtTime(playhead, (ms) => keeper.viewOf(draft ?? NO_RANGE, ms))
  const shared = { duration, playhead, clips, range: draft, onRange: set }
  const isLong = view[1] - view[0] < duration
  return (
    <>
      {isLong && <TimelineBar label="Around the clip" view={view} {...shared} />}
      <TimelineBar label="The whole footage" view={[0, duration]} {...shared} range={isLong ? null : draft} />
    </>
  )
}

const NO_RANGE = { from: null, to: null }
