import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../kit/call.ts'
import { Problem, sentenceOf } from '../../kit/problem.ts'
import type { Story, StoryInput } from '../wire.ts'
import {
  type Autosave,
  type AutosaveEvent,
  begin,
  isDirty,
  mustSend,
  pickUp,
  step,
  waitMs,
} from './autosave.ts'
import { forget, keep, readKept } from './kept-locally.ts'

export interface Autosaving {
  state: Autosave
  type: (changes: Partial<StoryInput>) => void
  /** Sends at once what is not sent yet; the revision that the server has then. */
  flush: () => Promise<number>
  choose: (version: 'keep-mine' | 'take-theirs') => void
}

export function contentOf(story: StoryInput): StoryInput {
  const { slug, kind, sponsor, headline, standfirst, document, cover, shortTake, authors, tags } = story
  return { slug, kind, sponsor, headline, standfirst, document, cover, shortTake, authors, tags }
}

function open(story: Story): Autosave {
  const server = begin(contentOf(story), story.revision)
  const kept = readKept(story.id)
  return kept ? pickUp(server, kept) : server
}

/** Autosaves one story: kept here at each keystroke, sent within a second, sent again until it arrives. */
export function useAutosave(story: Story): Autosaving {
  const [state, show] = useState(() => open(story))
  // Ahead of what is drawn: whoever presses Publish right after a key publishes that key too.
  const latest = useRef(state)
  const { id } = story
  const dispatch = useCallback((event: AutosaveEvent) => {
    latest.current = step(latest.current, event)
    show(latest.current)
  }, [])

  const send = useCallback(async (): Promise<void> => {
    const { current, revision } = latest.current
    dispatch({ type: 'sending' })
    dispatch(await arrival(id, current, revision))
  }, [id, dispatch])

  const sending = state.sending !== null
  useEffect(() => {
    if (!sending) dispatch({ type: 'heard', content: contentOf(story), revision: story.revision })
  }, [story, sending, dispatch])
  useEffect(() => {
    if (isDirty(state)) keep(id, { content: state.current, revision: state.revision })
    else forget(id)
  }, [id, state])
  const must = mustSend(state)
  const wait = waitMs(state)
  useEffect(() => {
    if (!must) return
    const timer = setTimeout(() => void send(), wait)
    const hurry = () => void send()
    window.addEventListener('online', hurry)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', hurry)
    }
  }, [must, wait, send])

  return {
    state,
    type: useCallback((changes) => dispatch({ type: 'typed', changes }), [dispatch]),
    flush: useCallback(() => settle(latest, send), [send]),
    choose: useCallback((version) => dispatch({ type: version }), [dispatch]),
  }
}

async function arrival(id: string, content: StoryInput, revision: number): Promise<AutosaveEvent> {
  try {
    const saved = await call<Story>('PUT', `/api/v1/desk/stories/${id}`, content, { revision })
    return { type: 'arrived', revision: saved.revision }
  } catch (error) {
    return eventOf(error)
  }
}

function eventOf(error: unknown): AutosaveEvent {
  if (!(error instanceof Problem)) return { type: 'lost' }
  const current = error.extra['current'] as Story | undefined
  if (error.kind === 'stale' && current)
    return { type: 'stale', content: contentOf(current), revision: current.revision }
  const forGood = error.status >= 400 && error.status < 500 && ![401, 408, 425, 429].includes(error.status)
  return forGood ? { type: 'refused', why: sentenceOf(error) } : { type: 'lost' }
}

const A_MOMENT_MS = 50
const PATIENCE_MS = 10_000

/** Waits until what stands on the screen is on the server; what stands in the way is thrown as a sentence. */
async function settle(latest: { current: Autosave }, send: () => Promise<void>): Promise<number> {
  const until = Date.now() + PATIENCE_MS
  const first = latest.current.failures
  while (isDirty(latest.current) || latest.current.sending) {
    const { refused, theirs, failures } = latest.current
    if (refused !== null) throw new Problem('refused', refused, 422)
    if (theirs)
      throw new Problem('stale', 'Somebody else has changed this story. Choose a version first.', 412)
    if (failures > first || Date.now() > until)
      throw new Problem(
        'offline',
        'The story could not be saved yet. Try again when the connection is back.',
        0,
      )
    if (mustSend(latest.current)) await send()
    await new Promise((resolve) => setTimeout(resolve, A_MOMENT_MS))
  }
  return latest.current.revision
}
