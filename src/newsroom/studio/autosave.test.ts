import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StoryInput } from '../wire.ts'
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

const story = (headline: string): StoryInput => ({
  slug: '',
  kind: 'news',
  sponsor: '',
  headline,
  standfirst: '',
  document: { schema: 1, blocks: [] },
  cover: null,
  shortTake: false,
  authors: [],
  tags: [],
})
const play = (state: Autosave, ...events: AutosaveEvent[]): Autosave => events.reduce(step, state)
const typed = (headline: string): AutosaveEvent => ({ type: 'typed', changes: { headline } })

describe('autosaving a story', () => {
  it('sends what was typed, and once it has arrived has nothing more to send', () => {
    const dirty = play(begin(story('a'), 1), typed('b'))
    expect(mustSend(dirty)).toBe(true)
    const arrived = play(dirty, { type: 'sending' }, { type: 'arrived', revision: 2 })
    expect(isDirty(arrived)).toBe(false)
    expect(arrived.revision).toBe(2)
  })

  it('sends again what was typed while it was sending', () => {
    const state = play(begin(story('a'), 1), typed('b'), { type: 'sending' }, typed('c'), {
      type: 'arrived',
      revision: 2,
    })
    expect(state.saved.headline).toBe('b')
    expect(state.current.headline).toBe('c')
    expect(mustSend(state)).toBe(true)
  })

  it('knows that the site is back when it answers with a version of somebody else', () => {
    const lost = play(begin(story('a'), 1), typed('b'), { type: 'sending' }, { type: 'lost' })
    const back = play(
      lost,
      { type: 'sending' },
      { type: 'stale', content: story('theirs'), revision: 2 },
      { type: 'keep-mine' },
    )
    expect(back.failures).toBe(0)
    expect(mustSend(back)).toBe(true)
  })

  it('keeps trying, later and later, and loses nothing', () => {
    let state = play(begin(story('a'), 1), typed('b'))
    const waits = [waitMs(state)]
    for (let i = 0; i < 7; i++) {
      state = play(state, { type: 'sending' }, { type: 'lost' })
      waits.push(waitMs(state))
    }
    expect(waits).toEqual([600, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000])
    expect(state.current.headline).toBe('b')
    expect(mustSend(state)).toBe(true)
  })

  it('shows both versions when somebody else has saved, and sends nothing until one is chosen', () => {
    const stale = play(
      begin(story('a'), 1),
      typed('mine'),
      { type: 'sending' },
      { type: 'stale', content: story('theirs'), revision: 5 },
    )
    expect(mustSend(stale)).toBe(false)
    expect(stale.current.headline).toBe('mine')
    expect(stale.theirs?.content.headline).toBe('theirs')

    const mine = step(stale, { type: 'keep-mine' })
    expect([mustSend(mine), mine.revision, mine.current.headline]).toEqual([true, 5, 'mine'])
    const theirs = step(stale, { type: 'take-theirs' })
    expect([isDirty(theirs), theirs.revision, theirs.current.headline]).toEqual([false, 5, 'theirs'])
  })

  it('takes a colleague’s version silently while nothing was typed here', () => {
    const state = step(begin(story('a'), 1), { type: 'heard', content: story('b'), revision: 2 })
    expect([state.current.headline, state.revision, state.theirs]).toEqual(['b', 2, null])
  })

  it('does not mistake the echo of its own saving for somebody else', () => {
    const state = play(
      begin(story('a'), 1),
      typed('b'),
      { type: 'sending' },
      { type: 'heard', content: story('b'), revision: 2 },
      typed('c'),
      { type: 'arrived', revision: 2 },
      { type: 'heard', content: story('b'), revision: 2 },
    )
    expect(state.theirs).toBeNull()
    expect(state.current.headline).toBe('c')
  })

  it('sends what was refused only after it was changed', () => {
    const refused = play(
      begin(story('a'), 1),
      typed('b'),
      { type: 'sending' },
      { type: 'refused', why: 'No.' },
    )
    expect(mustSend(refused)).toBe(false)
    expect(mustSend(step(refused, typed('c')))).toBe(true)
  })

  it('picks up what this browser kept, against a newer version of the server where there is one', () => {
    const server = begin(story('server'), 3)
    expect(pickUp(server, { content: story('kept'), revision: 3 })).toMatchObject({ theirs: null })
    expect(pickUp(server, { content: story('kept'), revision: 2 }).theirs?.revision).toBe(3)
    expect(pickUp(server, { content: story('server'), revision: 2 })).toBe(server)
  })

  it('whatever happens, what was typed last stands on the screen until somebody takes the other version', () => {
    const event = fc.oneof(
      fc.constantFrom('b', 'c', 'd').map(typed),
      fc.constant<AutosaveEvent>({ type: 'sending' }),
      fc.constant<AutosaveEvent>({ type: 'lost' }),
      fc.nat(9).map((revision): AutosaveEvent => ({ type: 'arrived', revision })),
      fc.nat(9).map((revision): AutosaveEvent => ({ type: 'stale', content: story('theirs'), revision })),
      fc.constant<AutosaveEvent>({ type: 'keep-mine' }),
    )
    fc.assert(
      fc.property(fc.array(event), (events) => {
        let state = step(begin(story('a'), 1), typed('first'))
        let last = 'first'
        for (const each of events) {
          const wasDirty = isDirty(state)
          state = step(state, each)
          if (each.type === 'typed') last = each.changes.headline ?? last
          else if (!wasDirty) last = state.current.headline
          expect(state.current.headline).toBe(last)
        }
      }),
    )
  })
})
