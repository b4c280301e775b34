import { useState } from 'react'
import { useConfirm } from '../../kit/use-confirm.ts'
import type { Clip } from '../wire.ts'
import { type ClipDraft, draftOfClip, EMPTY_CLIP, isSameDraft } from './clip-draft.ts'

interface Open {
  /** `null`: a new one. */
  clip: Clip | null
  base: ClipDraft
  value: ClipDraft
}

export interface ClipDrafting {
  /** `null`: no form is open. */
  draft: ClipDraft | null
  /** The clip that is changed; `null`: a new one. */
  clip: Clip | null
  /** The revision to base a change on. */
  revision: number
  dirty: boolean
  /** Somebody else has changed what the form shows. */
  newer: Clip | null
  set: (changes: Partial<ClipDraft>) => void
  begin: (changes?: Partial<ClipDraft>) => void
  edit: (clip: Clip) => void
  /** Asks first where something would be lost. */
  close: () => Promise<boolean>
  drop: () => void
}

/** The one clip that is being marked or changed; the timeline and the form both show it. */
export function useClipDraft(clips: readonly Clip[]): ClipDrafting {
  const [open, setOpen] = useState<Open | null>(null)
  const confirm = useConfirm()
  const dirty = open !== null && !isSameDraft(open.base, open.value)
  const server = open?.clip ? clips.find(({ id }) => id === open.clip?.id) : undefined
  // Being cut changes a clip's revision too, but nothing of what the form shows.
  const isNewer = open !== null && server !== undefined && !isSameDraft(draftOfClip(server), open.base)

  const mayClose = async (): Promise<boolean> =>
    !dirty ||
    confirm({
      title: 'Leave this clip?',
      words: 'What you have changed in it is not saved.',
      yes: 'Leave it',
      danger: true,
    })
  const openWith = (clip: Clip | null, base: ClipDraft, value: ClipDraft) => {
    void mayClose().then((may) => {
      if (may) setOpen({ clip, base, value })
    })
  }
  return {
    draft: open?.value ?? null,
    clip: open?.clip ?? null,
    revision: (isNewer ? open?.clip?.revision : server?.revision) ?? 0,
    dirty,
    newer: isNewer ? server : null,
    set: (changes) => setOpen((now) => now && { ...now, value: { ...now.value, ...changes } }),
    begin: (changes = {}) => openWith(null, EMPTY_CLIP, { ...EMPTY_CLIP, ...changes }),
    edit: (clip) => openWith(clip, draftOfClip(clip), draftOfClip(clip)),
    close: async () => {
      const may = await mayClose()
      if (may) setOpen(null)
      return may
    },
    drop: () => setOpen(null),
  }
}
