import { describe, expect, it } from 'vitest'
import type { DeskMatchJson, RosterSide } from '../wire.ts'
import { lineupOf, matchDraftOf, problemOfDraft, toMatchChange } from './match-draft.ts'

const match = {
  number: 45,
  slug: 'harbor-city-vs-night-owls-45',
  scheduledAt: '2026-11-23T01:00:00.000Z',
  zone: 'America/New_York',
  eventId: null,
  draft: false,
  sides: [
    { id: 'H', active: [{ id: 'pim', name: 'Pim' }], bench: [] },
    { id: 'O', active: [], bench: [] },
  ],
} as unknown as DeskMatchJson

describe('a match as its form holds it', () => {
  it('sends what was changed and nothing else', () => {
    const draft = matchDraftOf(match)
    expect(toMatchChange(draft, match)).toEqual({})
    expect(draft.wall).toBe('2026-11-22T20:00')
    expect(toMatchChange({ ...draft, eventId: 'e', wall: '2026-11-22T21:00' }, match)).toEqual({
      eventId: 'e',
      start: { wall: '2026-11-22T21:00', zone: 'America/New_York' },
    })
  })

  it('says what is missing', () => {
    const draft = matchDraftOf(match)
    expect(problemOfDraft(draft)).toBeNull()
    expect(problemOfDraft({ ...draft, sides: ['H', 'H'] })).toContain('itself')
    expect(problemOfDraft({ ...draft, wall: '' })).toBe('Choose a time.')
    expect(problemOfDraft({ ...draft, wall: '2026-03-08T02:30' })).toBe('Choose a time.')
  })

  it('lines up a roster as far as the rules have places, its bench last', () => {
    const players = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, name: id, bench: id === 'a' }))
    const side = { players } as RosterSide
    expect(lineupOf(side, { active: 3, bench: 1 })).toEqual({ active: ['b', 'c', 'd'], bench: ['e'] })
    expect(lineupOf(undefined, { active: 3, bench: 2 })).toEqual({ active: [], bench: [] })
  })
})
