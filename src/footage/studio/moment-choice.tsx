import { useMemo, useState } from 'react'
import type { Clip, Cue } from '../wire.ts'
import { clockOf } from './media-time.ts'
import type { Playhead } from './playhead.ts'
import { type ChosenSpan, chosenSpan, type WordSpan, wordsWithin } from './span-selection.ts'
import { TimeField } from './time-field.tsx'
import { Transport } from './transport.tsx'
import { usePlayhead } from './use-playhead.ts'
import { Watch } from './watch.tsx'
import { WordList } from './word-list.tsx'
import { wordsOfCues } from './words-of-cues.ts'

interface MomentChoiceProps {
  clip: Clip
  cues: readonly Cue[]
  given: Times | null
  onChoose: (span: ChosenSpan) => void
  onOther: () => void
}
interface Times {
  from: number
  to: number
}
type Marked = { [end in keyof Times]: number | null }

/** A clip beside its words; the span that they, or the playhead, give. */
export function MomentChoice({ clip, cues, given, onChoose, onOther }: MomentChoiceProps) {
  const playhead = usePlayhead()
  const words = useMemo(() => wordsOfCues(cues), [cues])
  const [span, setSpan] = useState<WordSpan | null>(() => given && wordsWithin(words, given.from, given.to))
  const [times, setTimes] = useState<Marked>(given ?? { from: null, to: null })
  const said = span && chosenSpan(words, span)
  const whole = wholeOf(times, clip.durationMs)
  const choose = (next: WordSpan) => {
    setSpan(next)
    const chosen = chosenSpan(words, next)
    if (chosen) setTimes({ from: chosen.from, to: Math.min(chosen.to, clip.durationMs) })
  }
  const video = clip.sizes[0]
  return (
    <div className="moment">
      <div className="moment-watch">
        {video && (
          <Watch
            src={video.url}
            label={clip.title}
            playhead={playhead}
            warning={clip.warning}
            captionsUrl={clip.captionsUrl}
          />
        )}
        <Transport playhead={playhead} duration={clip.durationMs} />
        <SpanFields times={times} onChange={setTimes} duration={clip.durationMs} playhead={playhead} />
      </div>
      <div className="moment-words">
        {words.length > 0 ? (
          <>
            <p className="mute">Press the first word, then the last.</p>
            <WordList cues={cues} words={words} span={span} onChange={choose} playhead={playhead} />
          </>
        ) : (
          <p className="state">
            Nothing is written of what is said here. Import a transcript on the screen of its footage, or mark
            the span by the playhead: a passage that paraphrases can be tied to it.
          </p>
        )}
      </div>
      <div className="moment-result">
        <Result said={said} whole={whole} />
        <div className="dialog-actions">
          <button type="button" className="button is-plain" onClick={onOther}>
            Another clip
          </button>
          {said && (
            <button type="button" className="button is-plain" onClick={() => setSpan(null)}>
              Without the words
            </button>
          )}
          <button
            type="button"
            className="button"
            disabled={!whole}
            onClick={() => whole && playhead.playSpan(whole.from, whole.to)}
          >
            Play the span
          </button>
          <button
            type="button"
            className="button is-hot"
            disabled={!whole}
            onClick={() => whole && onChoose({ ...(said ?? NO_WORDS), ...whole })}
          >
            {said ? 'Take these words' : 'Take this span'}
          </button>
        </div>
      </div>
    </div>
  )
}

const NO_WORDS = { speaker: '', text: '' }

const wholeOf = ({ from, to }: Marked, duration: number): Times | null =>
  from !== null && to !== null && from < to && to <= duration ? { from, to } : null

function Result({ said, whole }: { said: ChosenSpan | null; whole: Times | null }) {
  if (!whole) return <p className="mute">Nothing is chosen yet.</p>
  return (
    <blockquote className="moment-quote" aria-live="polite">
      {said ? <p>“{said.text}”</p> : <p className="mute">A span without words, for a paraphrase.</p>}
      <footer>
        {said && said.speaker !== '' && `${said.speaker}, `}
        <span className="figures">
          {clockOf(whole.from)}–{clockOf(whole.to)}
        </span>
      </footer>
    </blockquote>
  )
}

interface SpanFieldsProps {
  times: Marked
  onChange: (times: Marked) => void
  duration: number
  playhead: Playhead
}

/** The two ends by numbers, or from where the playhead stands. */
function SpanFields({ times, onChange, duration, playhead }: SpanFieldsProps) {
  const set = (end: keyof Times, ms: number) => onChange({ ...times, [end]: ms })
  const reversed = times.from !== null && times.to !== null && times.from >= times.to
  return (
    <div className="span-fields">
      {ENDS.map(([end, label, words]) => (
        <div key={end} className="span-field">
          <TimeField label={label} value={times[end]} most={duration} onChange={(ms) => set(end, ms)} />
          <button
            type="button"
            className="button"
            onClick={() => set(end, Math.min(playhead.now(), duration))}
          >
            {words}
          </button>
        </div>
      ))}
      {reversed && <p className="field-problem">It must end after it begins.</p>}
    </div>
  )
}

const ENDS = [
  ['from', 'From', 'Begin here'],
  ['to', 'To', 'End here'],
] as const
