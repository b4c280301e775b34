import { type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { listClipRows, readClipsOfMaster } from './clip-store.ts'
import { describeClip, describeClips, readClipOrRefuse } from './read-clip.ts'
import { cuesOfSpan } from './transcript.ts'
import { readTranscript } from './transcript-store.ts'
import type { Clip, ClipList, ClipTranscript } from './wire.ts'

export interface ListClips {
  q?: string | undefined
  master?: string | undefined
  after?: string | undefined
  limit: number
}

/** Newest first; those of one master in the order of their time, all at once. */
export async function listClips(
  p: Platform,
  person: Person,
  { q, master, after, limit }: ListClips,
): Promise<ClipList> {
  requireRight(person, 'studio.open')
  if (master !== undefined)
    return { items: await describeClips(p, await readClipsOfMaster(p, master)), next: null }
  const rows = await listClipRows(p, { text: q ?? '', before: after ?? null, limit: limit + 1 })
  const items = await describeClips(p, rows.slice(0, limit))
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

export async function showClip(p: Platform, person: Person, id: string): Promise<Clip> {
  requireRight(person, 'studio.open')
  return describeClip(p, id)
}

/** What is said in the clip as it is marked now. */
export async function showClipTranscript(p: Platform, person: Person, id: string): Promise<ClipTranscript> {
  requireRight(person, 'studio.open')
  const clip = await readClipOrRefuse(p, id)
  const transcript = await readTranscript(p, clip.masterId)
  return {
    clipId: id,
    language: transcript?.language ?? 'en',
    cues: transcript ? cuesOfSpan(transcript.cues, clip) : [],
  }
}
