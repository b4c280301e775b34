import { createReadStream } from 'node:fs'
import { SYSTEM } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { addPicture } from './add-picture.ts'
import { clipDeskTopics, clipTopics, isCutMade, isPosterMade } from './clip.ts'
import { replaceSizes } from './clip-size-store.ts'
import {
  beginClipRun,
  readClip,
  type StoredClip,
  type StoredSize,
  writeClipFailed,
  writeClipProgress,
  writeClipReady,
} from './clip-store.ts'
import { readMaster, type StoredMaster } from './master-store.ts'
import { problemOf } from './process-master.ts'
import { keepInStep } from './processing/keep-in-step.ts'
import { FootageProblem } from './processing/tool-problem.ts'
import { toolboxOf, type WorkOf } from './processing/toolbox.ts'
import { remakeCaptions } from './write-captions.ts'
import { removeUnusedFiles, removeUnusedPoster } from './remove-unused.ts'

export const FORGET_CUTS_JOB = 'footage.forget-cuts'
/** Who plays an earlier cut is done with it by then. */
export const RETIRED_KEPT_MS = 3_600_000

/** Makes what the clip lacks: its cut in two sizes, its poster. What readers have stays until the new is whole. */
export async function cutClip(p: Platform, id: string, signal: AbortSignal): Promise<void> {
  const run = await p.write((w) => beginClipRun(w, id))
  const clip = run === null ? null : await readClip(p, id)
  if (run === null || clip === null) return
  const tell = (fraction: number): Promise<boolean> =>
    p.write((w) => {
      w.touch(...clipDeskTopics(clip))
      return writeClipProgress(w, id, run, fraction)
    })
  try {
    await keepInStep(signal, tell, (ours, onProgress) =>
      toolboxOf(p).inFolder((folder) => make(p, clip, run, { signal: ours, folder, onProgress })),
    )
  } catch (error) {
    const problem = problemOf(p, error, signal)
    if (problem === null) return
    await p.write(async (w) => {
      w.touch(...clipDeskTopics(clip))
      await writeClipFailed(w, id, run, problem)
    })
  }
}

interface Cut {
  durationMs: number
  sizes: StoredSize[]
}

async function make(p: Platform, clip: StoredClip, run: number, work: WorkOf): Promise<void> {
  const master = await readMaster(p, clip.masterId)
  if (!master) return
  const cut = isCutMade(clip)
    ? { durationMs: clip.durationMs, sizes: clip.sizes }
    : await cutSizes(p, clip, master, work)
  const poster = isPosterMade(clip) && clip.poster ? clip.poster : await makePoster(p, clip, master, work)
  await finish(p, clip, run, cut, poster)
}

function shape({ sha256, width, height, videoStream, audioStream, isFast, durationMs }: StoredMaster) {
  if (sha256 === null || width === null || height === null || videoStream === null || durationMs === null)
    throw new FootageProblem('The footage of this clip is not ready. Retry it first.')
  return { sha256, width, height, videoStream, audioStream, isFast, durationMs }
}

async function cutSizes(p: Platform, clip: StoredClip, stored: StoredMaster, work: WorkOf): Promise<Cut> {
  const master = shape(stored)
  if (clip.outMs > master.durationMs)
    throw new FootageProblem(
      `The clip ends after the footage does, which lasts ${(master.durationMs / 1000).toFixed(1)} seconds. Set another out point.`,
    )
  const made = await toolboxOf(p).cut(p.files.path(master.sha256), clip, master, work)
  const sizes: StoredSize[] = []
  for (const { path, width, height } of made.files) {
    const stored = await p.files.hash(path, work.signal)
    await p.files.adopt(path, stored.sha256)
    sizes.push({ ...stored, width, height })
  }
  return { durationMs: made.durationMs, sizes }
}

async function makePoster(
  p: Platform,
  clip: StoredClip,
  stored: StoredMaster,
  work: WorkOf,
): Promise<string> {
  const master = shape(stored)
  const path = await toolboxOf(p).poster(p.files.path(master.sha256), clip.posterMs, master, work)
  const { picture } = await addPicture(p, SYSTEM, {
    bytes: createReadStream(path),
    // The words beside it say what it is; a frame that nobody has described has none of its own.
    alt: '',
    rightsNote: `A frame of the clip “${clip.title}”`,
  }).catch((error: unknown) => {
    if (error instanceof Refusal && error.kind !== 'storage-full' && error.kind !== 'unavailable')
      throw new FootageProblem(`The poster could not be made: ${error.message}`)
    throw error
  })
  return picture.id
}

async function finish(p: Platform, clip: StoredClip, run: number, cut: Cut, poster: string): Promise<void> {
  const isOurs = await p.write(async (w) => {
    const isStillOurs = await writeClipReady(w, clip.id, run, {
      poster,
      posterMadeMs: clip.posterMs,
      cutInMs: clip.inMs,
      cutOutMs: clip.outMs,
      durationMs: cut.durationMs,
    })
    if (!isStillOurs) return false
    if (!isCutMade(clip)) await replaceSizes(w, clip.id, cut.sizes)
    await remakeCaptions(w, { ...clip, cutInMs: clip.inMs, cutOutMs: clip.outMs })
    w.touch(...clipTopics(clip), ...clipTopics({ ...clip, poster }))
    const startAfter = new Date(w.now.getTime() + RETIRED_KEPT_MS + 1000)
    if (!isCutMade(clip) && clip.sizes.length > 0)
      await p.jobs.enqueue(w, FORGET_CUTS_JOB, { id: clip.id }, { startAfter })
    return true
  })
  if (!isOurs) {
    await removeUnusedFiles(
      p,
      cut.sizes.map(({ sha256 }) => sha256),
    )
    await removeUnusedPoster(p, poster)
    return
  }
  if (clip.poster !== null && clip.poster !== poster) await removeUnusedPoster(p, clip.poster)
}
