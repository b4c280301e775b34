import { existsSync } from 'node:fs'
import { isDatabaseAway, isDatabaseFull, isUniqueViolation } from '../platform/database-errors.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import type { Write } from '../platform/log/write.ts'
import { clipDeskTopics } from './clip.ts'
import { readClipsOfMaster } from './clip-store.ts'
import { masterTopics } from './master.ts'
import {
  beginMasterRun,
  readMaster,
  readMasterByHash,
  type StoredMaster,
  writeMasterFailed,
  writeMasterHash,
  writeMasterProgress,
  writeMasterReady,
} from './master-store.ts'
import { keepInStep } from './processing/keep-in-step.ts'
import { FootageProblem, Superseded } from './processing/tool-problem.ts'
import { toolboxOf, type WorkOf } from './processing/toolbox.ts'
import { sniffFootage } from './sniff-footage.ts'
import { removeUpload, uploadPath } from './uploads-folder.ts'

export const MASTER_JOB = 'footage.master'
export const CLIP_JOB = 'footage.clip'

/** Takes a whole upload in: counted and hashed, kept untouched, looked at, and made playable for the desk. */
export async function processMaster(p: Platform, id: string, signal: AbortSignal): Promise<void> {
  const run = await p.write((w) => {
    w.touch(...masterTopics(id))
    return beginMasterRun(w, id)
  })
  if (run === null) return
  try {
    await work(p, id, run, signal)
  } catch (error) {
    const problem = problemOf(p, error, signal)
    if (problem === null) return
    await p.write(async (w) => {
      w.touch(...masterTopics(id))
      await writeMasterFailed(w, id, run, problem)
    })
  }
}

/**
 * What the desk is told, in words; `null`: the work is not ours any more, and there is nothing to tell. A process that stops, and a
 * database that is away, are passed on: then the job is run again by itself.
 */
export function problemOf(p: Platform, error: unknown, signal: AbortSignal): string | null {
  if (signal.aborted || isDatabaseAway(error) || isDatabaseFull(error)) throw error
  if (error instanceof Superseded) return null
  if (error instanceof FootageProblem) return error.message
  if (error instanceof Refusal && error.kind === 'storage-full') return error.message
  p.log.error({ error }, 'footage')
  return 'Something went wrong here, which has been logged. Press Retry; if it stays, tell whoever runs the server.'
}

async function work(p: Platform, id: string, run: number, signal: AbortSignal): Promise<void> {
  const tell = (fraction: number): Promise<boolean> =>
    p.write((w) => {
      w.touch(...masterTopics(id))
      return writeMasterProgress(w, id, run, fraction)
    })
  await keepInStep(signal, tell, async (ours, onProgress) => {
    const sha256 = await takeIn(p, id, run, ours)
    await toolboxOf(p).inFolder((folder) =>
      lookAndMake(p, id, run, sha256, { signal: ours, folder, onProgress }),
    )
  })
}

/** Every step of it can be cut short and is then done again: hash, note, move. */
async function takeIn(p: Platform, id: string, run: number, signal: AbortSignal): Promise<string> {
  const master = await readMaster(p, id)
  const path = uploadPath(p, id)
  if (master?.sha256 && (await p.files.has(master.sha256))) {
    await removeUpload(p, id)
    return master.sha256
  }
  if (!existsSync(path))
    throw new FootageProblem('The uploaded file is not there any more. Delete this and upload it again.')
  const stored = await p.files.hash(path, signal)
  if (stored.bytes === 0) throw new FootageProblem('The file is empty.')
  const isOurs = await noteHash(p, id, run, stored)
  if (!isOurs) throw new Superseded()
  await p.files.adopt(path, stored.sha256)
  await removeUpload(p, id)
  return stored.sha256
}

const noteHash = (
  p: Platform,
  id: string,
  run: number,
  stored: { sha256: string; bytes: number },
): Promise<boolean> =>
  p
    .write((w) => {
      w.touch(...masterTopics(id))
      return writeMasterHash(w, id, run, stored)
    })
    .catch(async (error: unknown) => {
      if (!isUniqueViolation(error)) throw error
      const twin = await readMasterByHash(p, stored.sha256)
      throw new FootageProblem(
        `These very bytes are here already, as “${twin?.name ?? ''}”. Delete this one.`,
      )
    })

async function lookAndMake(
  p: Platform,
  id: string,
  run: number,
  sha256: string,
  work: WorkOf,
): Promise<void> {
  const path = p.files.path(sha256)
  const refused = await sniffFootage(path)
  if (refused !== null) throw new FootageProblem(refused)
  const probed = await toolboxOf(p).probe(path, work)
  const preview = await toolboxOf(p).preview(path, probed, work)
  const kept = await p.files.hash(preview.path, work.signal)
  await p.files.adopt(preview.path, kept.sha256)
  await p.write(async (w) => {
    const { width, height, videoStream, audioStream, isFast } = probed
    const isOurs = await writeMasterReady(w, id, run, {
      width,
      height,
      videoStream,
      audioStream,
      isFast,
      hasAudio: audioStream !== null,
      durationMs: preview.durationMs,
      previewSha256: kept.sha256,
    })
    w.touch(...masterTopics(id))
    if (isOurs) await startWaitingClips(p, w, id)
  })
}

/** Clips that were marked before the master was ready. */
async function startWaitingClips(p: Platform, w: Write, masterId: StoredMaster['id']): Promise<void> {
  for (const clip of await readClipsOfMaster(w, masterId)) {
    if (clip.state !== 'queued') continue
    w.touch(...clipDeskTopics(clip))
    await p.jobs.enqueue(w, CLIP_JOB, { id: clip.id })
  }
}
