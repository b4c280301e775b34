import type { Clip, ClipChanges, NewClip } from '../wire.ts'
import { type ClipRange, rangeProblem } from './clip-range.ts'

/** A clip as it stands in the form; times are ms of the master. */
export interface ClipDraft extends ClipRange {
  title: string
  before: string
  warned: boolean
  says: string
  why: string
  /** `null`: the first frame. */
  posterMs: number | null
}

export const EMPTY_CLIP: ClipDraft = {
  from: null,
  to: null,
  title: '',
  before: '',
  warned: false,
  says: '',
  why: '',
  posterMs: null,
}

export const draftOfClip = (clip: Clip): ClipDraft => ({
  from: clip.inMs,
  to: clip.outMs,
  title: clip.title,
  before: clip.before,
  warned: clip.warning !== null,
  says: clip.warning?.says ?? '',
  why: clip.warning?.why ?? '',
  posterMs: clip.posterMs,
})

/** What keeps it from being saved, in the order of the form. */
export function clipProblem(draft: ClipDraft, duration: number): string | null {
  const range = rangeProblem(draft, duration)
  if (range) return range
  if (draft.title.trim() === '') return 'Give it a title.'
  if (draft.warned && draft.says.trim() === '') return 'Say in the warning what is shown.'
  return null
}

/** The frame of the poster; one outside of the clip could show what was left out, so the first takes its place. */
export function posterOf({ from, to, posterMs }: ClipDraft): number | null {
  const isWithin = posterMs !== null && from !== null && posterMs >= from && (to === null || posterMs < to)
  return isWithin ? posterMs : from
}

/** `null`: it is not complete. */
export function toChanges(
  draft: ClipDraft,
): (ClipChanges & Pick<NewClip, 'title' | 'inMs' | 'outMs'>) | null {
  const { from, to } = draft
  if (from === null || to === null) return null
  return {
    title: draft.title.trim(),
    before: draft.before.trim(),
    inMs: from,
    outMs: to,
    warning: draft.warned ? { says: draft.says.trim(), why: draft.why.trim() } : null,
    posterMs: posterOf(draft) ?? from,
  }
}

/** What a deleted clip is made from again. */
export const newClipLike = (clip: Clip): NewClip => ({
  masterId: clip.masterId,
  title: clip.title,
  before: clip.before,
  inMs: clip.inMs,
  outMs: clip.outMs,
  warning: clip.warning,
  posterMs: clip.posterMs,
})

const KEYS = Object.keys(EMPTY_CLIP) as (keyof ClipDraft)[]
export const isSameDraft = (a: ClipDraft, b: ClipDraft): boolean => KEYS.every((key) => a[key] === b[key])
