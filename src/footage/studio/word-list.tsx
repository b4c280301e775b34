import { Fragment, type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import type { Cue } from '../wire.ts'
import { clockOf } from './media-time.ts'
import type { Playhead } from './playhead.ts'
import {
  isWithin,
  pressWord,
  type SpokenWord,
  wordAfterKey,
  wordAt,
  type WordSpan,
} from './span-selection.ts'
import { useAtTime } from './use-playhead.ts'

interface WordListProps {
  cues: readonly Cue[]
  words: readonly SpokenWord[]
  span: WordSpan | null
  onChange: (span: WordSpan) => void
  playhead: Playhead
}

/**
 * Words to choose from: press the first and the last, draw over them with a mouse, or go by the arrow keys and press
 * Enter twice (Shift and an arrow key goes on choosing).
 */
export function WordList({ cues, words, span, onChange, playhead }: WordListProps) {
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(span?.anchor ?? 0)
  const list = useRef<HTMLDivElement>(null)
  const drag = useDrag(onChange, () => setOpen(false))
  const now = useAtTime(playhead, (ms) => wordAt(words, ms))

  const press = (word: number, shift: boolean) => {
    setActive(word)
    if (drag.ended()) return
    const pressed =
      shift && span ? { span: { ...span, focus: word }, open: false } : pressWord(span, open, word)
    setOpen(pressed.open)
    onChange(pressed.span)
  }
  const goTo = (word: number) => {
    setActive(word)
    list.current?.querySelector<HTMLElement>(`[data-word="${word}"]`)?.focus()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      return press(active, event.shiftKey)
    }
    const to = wordAfterKey(words, active, event.key)
    if (to === null || event.metaKey || event.ctrlKey || event.altKey) return
    event.preventDefault()
    if (event.shiftKey) {
      setOpen(false)
      onChange({ anchor: span?.anchor ?? active, focus: to })
    }
    goTo(to)
  }
  return (
    <div
      ref={list}
      className="word-list"
      role="listbox"
      aria-label="What is said"
      aria-multiselectable="true"
      onKeyDown={onKey}
      onPointerDown={drag.begin}
      onPointerOver={drag.move}
    >
      {cues.map((cue, i) => (
        <CueWords
          key={cue.id}
          cue={cue}
          words={words}
          index={i}
          span={span}
          now={now}
          active={Math.min(active, words.length - 1)}
          onPress={press}
        />
      ))}
    </div>
  )
}

interface CueWordsProps {
  cue: Cue
  words: readonly SpokenWord[]
  index: number
  span: WordSpan | null
  now: number
  active: number
  onPress: (word: number, shift: boolean) => void
}

function CueWords({ cue, words, index, span, now, active, onPress }: CueWordsProps) {
  const who = cue.speaker === '' ? 'Somebody' : cue.speaker
  return (
    <div className="word-cue" role="group" aria-label={`${who}, ${clockOf(cue.fromMs)}`}>
      <span className="word-who" aria-hidden="true">
        <b>{cue.speaker}</b> {clockOf(cue.fromMs)}
      </span>
      <span className="word-run" role="presentation">
        {words.map((word, i) =>
          word.cue === index ? (
            <Fragment key={word.from + word.text}>
              <span
                role="option"
                data-word={i}
                tabIndex={i === active ? 0 : -1}
                aria-selected={isWithin(span, i)}
                className={i === now ? 'word is-now' : 'word'}
                onClick={(event) => onPress(i, event.shiftKey)}
              >
                {word.text}
              </span>{' '}
            </Fragment>
          ) : null,
        )}
      </span>
    </div>
  )
}

const wordOf = (event: PointerEvent): number | null => {
  const word = event.target instanceof HTMLElement ? event.target.dataset['word'] : undefined
  return word === undefined ? null : Number(word)
}

/** Drawing over words with a mouse; a finger scrolls. */
function useDrag(onChange: (span: WordSpan) => void, onMoved: () => void) {
  const drag = useRef<{ anchor: number; moved: boolean } | null>(null)
  return {
    begin: (event: PointerEvent) => {
      const word = wordOf(event)
      drag.current = event.pointerType === 'mouse' && word !== null ? { anchor: word, moved: false } : null
    },
    move: (event: PointerEvent) => {
      const word = wordOf(event)
      const begun = drag.current
      if (!begun || word === null || (event.buttons & 1) === 0 || (!begun.moved && word === begun.anchor))
        return
      begun.moved = true
      onMoved()
      onChange({ anchor: begun.anchor, focus: word })
    },
    /** Whether the press that has just ended was the end of drawing. */
    ended: (): boolean => {
      const moved = drag.current?.moved ?? false
      drag.current = null
      return moved
    },
  }
}
