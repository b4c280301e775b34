import { spawn } from 'node:child_process'
import { once } from 'node:events'
import sharp from 'sharp'
import { rinkCamSvg } from './art/rink-cam.ts'
import { master } from './content/footage.ts'

const FRAMES_A_SECOND = 8
/** A cheap camera: little colour, dark corners. */
const LOOK = 'scale=1280:720:flags=bicubic,eq=saturation=0.72:contrast=1.06,vignette=PI/5,fps=16'
/** A hall full of people, from far away, and somebody's radio. */
const SOUND = `anoisesrc=color=brown:amplitude=0.5:duration=${master.seconds},tremolo=f=0.4:d=0.5,lowpass=f=1400`

const ARGUMENTS = [
  '-hide_banner',
  '-loglevel',
  'error',
  '-y',
  '-f',
  'image2pipe',
  '-framerate',
  String(FRAMES_A_SECOND),
  '-c:v',
  'mjpeg',
  '-i',
  'pipe:0',
  '-f',
  'lavfi',
  '-i',
  SOUND,
  '-vf',
  LOOK,
  '-c:v',
  'libx264',
  '-preset',
  'veryfast',
  '-crf',
  '24',
  '-pix_fmt',
  'yuv420p',
  '-c:a',
  'aac',
  '-b:a',
  '96k',
  '-metadata',
  'title=Camera 9-C',
  '-shortest',
]

/** Draws the recording frame by frame and has ffmpeg make a film of it. */
export async function drawFootage(path: string): Promise<void> {
  const ffmpeg = spawn('ffmpeg', [...ARGUMENTS, path], { stdio: ['pipe', 'ignore', 'inherit'] })
  const ended = once(ffmpeg, 'exit')
  for (let frame = 0; frame < master.seconds * FRAMES_A_SECOND; frame++) {
    const image = await sharp(Buffer.from(rinkCamSvg(frame / FRAMES_A_SECOND)))
      .jpeg({ quality: 88 })
      .toBuffer()
    if (!ffmpeg.stdin.write(image)) await once(ffmpeg.stdin, 'drain')
  }
  ffmpeg.stdin.end()
  const [code] = (await ended) as [number | null]
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}.`)
}
