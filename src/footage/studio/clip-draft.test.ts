import { describe, expect, it } from 'vitest'
import type { Clip } from '../wire.ts'
import {
  type ClipDraft,
  clipProblem,
  draftOfClip,
  EMPTY_CLIP,
  isSameDraft,
  newClipLike,
  posterOf,
  toChanges,
} from './clip-draft.ts'

const CLIP: Clip = {
  id: '0199a3f0-0000-7000-8000-000000000001',
  revision: 3,
  masterId: '0199a3f0-0000-7000-8000-000000000002',
  title: 'The boards give way',
  before: 'The usher has asked row four to sit down.',
  inMs: 11_000,
  outMs: 42_000,
  warning: { says: 'A man is hurt.', why: 'The league says nobody called out.' },
  posterMs: 12_040,
  poster: null,
  state: 'ready',
  progress: 1,
  problem: null,
  sizes: [],
  durationMs: 31_000,
  captions: true,
  captionsUrl: null,
  createdAt: '2026-11-21T20:14:00.000Z',
}
const DRAFT: ClipDraft = draftOfClip(CLIP)

describe('a clip in its form', () => {
  it('is sent back as it came while nothing was changed', () => {
    const { masterId, ...same } = newClipLike(CLIP)
    expect(toChanges(DRAFT)).toEqual(same)
    expect(masterId).toBe(CLIP.masterId)
    expect(isSameDraft(DRAFT, draftOfClip({ ...CLIP, revision: 9, state: 'processing' }))).toBe(true)
    expect(isSameDraft(DRAFT, draftOfClip({ ...CLIP, title: 'Other' }))).toBe(false)
  })

  it('takes its first frame for a poster while none is picked', () => {
    expect(toChanges({ ...DRAFT, posterMs: null })?.posterMs).toBe(11_000)
  })

  it('takes its first frame where the one that was picked is no longer in it', () => {
    expect(posterOf(DRAFT)).toBe(12_040)
    expect(posterOf({ ...DRAFT, from: 13_000 })).toBe(13_000)
    expect(posterOf({ ...DRAFT, to: 12_040 })).toBe(11_000)
    expect(posterOf(EMPTY_CLIP)).toBeNull()
  })

  it('drops the words of a warning that is turned off', () => {
    expect(toChanges({ ...DRAFT, warned: false })?.warning).toBeNull()
  })

  it('is not sent before both ends are marked', () => {
    expect(toChanges(EMPTY_CLIP)).toBeNull()
    expect(clipProblem(EMPTY_CLIP, 60_000)).toContain('Mark where')
  })

  it('says what else is missing', () => {
    expect(clipProblem({ ...DRAFT, title: '  ' }, 60_000)).toBe('Give it a title.')
    expect(clipProblem({ ...DRAFT, says: '' }, 60_000)).toContain('what is shown')
    expect(clipProblem({ ...DRAFT, warned: false, says: '' }, 60_000)).toBeNull()
    expect(clipProblem(DRAFT, 60_000)).toBeNull()
  })
})
