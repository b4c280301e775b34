import type { Person } from '../people/public.ts'
import type { JobHandler, JobHandlers } from '../platform/jobs.ts'
import type { Module } from '../platform/module.ts'
import type { Platform } from '../platform/platform.ts'
import { pictureEndpoints } from './api.ts'
import { clipEndpoints } from './api-clips.ts'
import { masterEndpoints } from './api-masters.ts'
import { uploadEndpoints } from './api-uploads.ts'
import { EXPIRE_JOB } from './begin-upload.ts'
import { cutClip, FORGET_CUTS_JOB } from './cut-clip.ts'
import { expireUpload } from './expire-upload.ts'
import { forgetCuts } from './forget-cuts.ts'
import { askAlso, findUsesOfPicture } from './picture-uses.ts'
import { CLIP_JOB, MASTER_JOB, processMaster } from './process-master.ts'
import { toolboxOf } from './processing/toolbox.ts'
import { footageRegions } from './regions.ts'
import type { FindUses } from './remove-picture.ts'

/** Longer than the longest master takes on the slowest machine; the tools have limits of their own, by the length of what they work on. */
const LONGEST_WORK_MS = 4 * 24 * 3_600_000

const TIDY_JOB = 'footage.tidy'
const DAY_MS = 24 * 3_600_000

/** `findUses` and `findClipUses` are asked of the modules above before a picture or a clip is removed. */
export function footageModule(
  p: Platform,
  findUses: FindUses,
  findClipUses: FindUses = () => Promise.resolve([]),
): Module<Person> {
  askAlso(p, findUses)
  return {
    name: 'footage',
    endpoints: [
      ...pictureEndpoints(p, findUsesOfPicture(p)),
      ...uploadEndpoints(p),
      ...masterEndpoints(p),
      ...clipEndpoints(p, findClipUses),
    ],
    regions: footageRegions,
    jobs: jobsOf(p),
    repeated: { [TIDY_JOB]: DAY_MS },
  }
}

const jobsOf = (p: Platform): JobHandlers => ({
  [MASTER_JOB]: oneAtATime((id, signal) => processMaster(p, id, signal)),
  [CLIP_JOB]: oneAtATime((id, signal) => cutClip(p, id, signal)),
  [EXPIRE_JOB]: ({ id }) => expireUpload(p, String(id)),
  [TIDY_JOB]: () => toolboxOf(p).tidy(),
  [FORGET_CUTS_JOB]: ({ id }) => forgetCuts(p, String(id)),
})

/** ffmpeg takes what processors there are; a long master and a short clip go side by side, no more. */
const oneAtATime = (act: (id: string, signal: AbortSignal) => Promise<void>) => ({
  run: (({ id }, signal) => act(String(id), signal)) satisfies JobHandler,
  timeLimitMs: LONGEST_WORK_MS,
  atOnce: 1,
})
