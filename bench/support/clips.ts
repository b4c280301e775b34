import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { addMasterFromFile, markClip } from '../../src/footage/public.ts'
import type { Clip, Master, NewClip } from '../../src/footage/wire.ts'
import { SYSTEM } from '../../src/people/public.ts'
import type { Platform } from '../../src/platform/platform.ts'
import type { Desk } from '../../test/support/desk.ts'

/** Seconds of what there is to cut clips from. */
const SECONDS = 20
/** Grain as of a camera in a dark hall: with it clips come out at the rate that they may have, some 3 Mbit/s in 720p. */
const PICTURE = `testsrc2=s=1280x720:r=25:d=${SECONDS},noise=alls=12:allf=t`

/** The desk, and the platform of its site, for what is quicker done past the doors. */
export interface Studio {
  p: Platform
  desk: Desk
}

/** Arguments as they stand on a command line; none of them holds a blank. */
const words = (line: string): string[] => line.split(' ')

/** Footage in 720p that may be cut; its id. */
export async function addFootage({ p, desk }: Studio): Promise<string> {
  const file = join(p.config.PRESSBOX_DATA, 'rink.mp4')
  await promisify(execFile)('ffmpeg', [
    ...words(`-v error -y -f lavfi -i ${PICTURE} -f lavfi -i sine=d=${SECONDS}`),
    ...words('-c:v libx264 -preset ultrafast -b:v 8M -pix_fmt yuv420p -g 50 -c:a aac -shortest'),
    file,
  ])
  const id = await addMasterFromFile(p, SYSTEM, file, { name: 'rink.mp4' })
  await rm(file)
  await untilReady<Master>(desk, `/api/v1/masters/${id}`)
  return id
}

/** Resolves once it can be played. */
export async function addClip({ p, desk }: Studio, clip: NewClip): Promise<Clip> {
  const { id } = await markClip(p, SYSTEM, clip)
  return untilReady<Clip>(desk, `/api/v1/clips/${id}`)
}

async function untilReady<T extends Master | Clip>(desk: Desk, path: string): Promise<T> {
  for (;;) {
    const now = await desk.must<T>('GET', path)
    if (now.state === 'ready') return now
    if (!/uploading|queued|processing/.test(now.state)) throw new Error(`${path} is ${now.state}.`)
    await sleep(200)
  }
}
