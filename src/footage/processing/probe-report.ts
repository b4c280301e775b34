import { z } from 'zod'
import { LONGEST_MASTER_MS } from '../master.ts'
import { FootageProblem, wordsFor } from './tool-problem.ts'

/** What ffprobe says of a file; all of it is a claim. */
const reportSchema = z.object({
  format: z.object({ format_name: z.string(), duration: z.coerce.number().optional().catch(undefined) }),
  streams: z.array(
    z.object({
      index: z.number().int(),
      codec_type: z.string().default(''),
      codec_name: z.string().default(''),
      width: z.number().int().default(0),
      height: z.number().int().default(0),
      sample_aspect_ratio: z.string().default('1:1'),
      avg_frame_rate: z.string().default('0/0'),
      nb_frames: z.coerce.number().optional().catch(undefined),
      disposition: z.object({ attached_pic: z.number().default(0) }).default({ attached_pic: 0 }),
      tags: z.record(z.string(), z.string()).default({}),
      side_data_list: z.array(z.object({ rotation: z.number().optional() })).default([]),
    }),
  ),
})
type Stream = z.output<typeof reportSchema>['streams'][number]

export interface Probed {
  videoStream: number
  audioStream: number | null
  /** Pixels, upright and square. */
  width: number
  height: number
  /** As the file claims; 0: it claims nothing. */
  claimedMs: number
  isFast: boolean
}

export const MOST_PIXELS = 36_000_000
/** What cameras, phones, recorders and broadcasters write; every other decoder stays shut. */
const CODECS = new Set(
  (
    'h264 hevc av1 vp8 vp9 mpeg1video mpeg2video mpeg4 msmpeg4v2 msmpeg4v3 h263 mjpeg prores dnxhd dvvideo ' +
    'wmv1 wmv2 wmv3 vc1 ffv1 rawvideo huffyuv utvideo cinepak svq3 theora png qtrle'
  ).split(' '),
)
const AUDIO_CODECS =
  /^(aac|aac_latm|mp1|mp2|mp3|ac3|eac3|opus|vorbis|flac|alac|amr_nb|amr_wb|pcm_\w+|adpcm_\w+|wmav1|wmav2|gsm|gsm_ms|speex)$/
/** A frame in two seconds is a slide show; fewer is a file that was made to keep a machine busy. */
const FEWEST_FRAMES_PER_SECOND = 0.5
const FAST_FRAMES_PER_SECOND = 60.5

/** Reads ffprobe's answer, and says in words why the file cannot be used. `complaint`: what it wrote beside. */
export function readProbeReport(text: string, complaint = ''): Probed {
  const report = reportSchema.parse(JSON.parse(text))
  const video = report.streams.find(
    ({ codec_type, disposition }) => codec_type === 'video' && disposition.attached_pic === 0,
  )
  if (!video) throw new FootageProblem('There is no picture in this file: it has no video stream.')
  if (!CODECS.has(video.codec_name))
    throw new FootageProblem('Its codec is not accepted here. Export it again as an ordinary H.264 MP4.')
  const { width, height } = uprightSize(video)
  const claimedMs = Math.round((report.format.duration ?? 0) * 1000)
  refuseSize(video, complaint)
  refuseLength(claimedMs)
  refuseGaps(video, claimedMs)
  const audio = report.streams.find(
    ({ codec_type, codec_name }) => codec_type === 'audio' && AUDIO_CODECS.test(codec_name),
  )
  return {
    videoStream: video.index,
    audioStream: audio?.index ?? null,
    width,
    height,
    claimedMs,
    isFast: ratio(video.avg_frame_rate, '/') > FAST_FRAMES_PER_SECOND,
  }
}

function refuseSize({ width, height }: Stream, complaint: string): void {
  if (width < 16 || height < 16)
    throw new FootageProblem(
      wordsFor(
        complaint,
        'There is no picture in this file: its video stream has no size. It may be cut off.',
      ),
    )
  if (width * height > MOST_PIXELS)
    throw new FootageProblem(
      `Its picture has ${width} × ${height} pixels; at most ${MOST_PIXELS / 1_000_000} million are accepted. Make it smaller first.`,
    )
}

function refuseLength(claimedMs: number): void {
  if (claimedMs > LONGEST_MASTER_MS)
    throw new FootageProblem(
      `The file says it lasts ${Math.round(claimedMs / 3_600_000)} hours; at most ${LONGEST_MASTER_MS / 3_600_000} are accepted. Cut it, or export it again if that is wrong.`,
    )
}

function refuseGaps(video: Stream, claimedMs: number): void {
  const { nb_frames: frames } = video
  if (frames !== undefined && claimedMs > 0) refuseFewFrames(frames, claimedMs)
}

/** Also asked of what was decoded, which is what counts. */
export function refuseFewFrames(frames: number, durationMs: number): void {
  if (durationMs > 4000 && frames / (durationMs / 1000) < FEWEST_FRAMES_PER_SECOND)
    throw new FootageProblem(
      `It has ${frames} frames in ${Math.round(durationMs / 1000)} seconds: with such gaps it is not footage. Export it again.`,
    )
}

const SHORTFALL_MS = 1500

/** A file that holds less than it says was cut off, or says what is not so. */
export function refuseShortfall(claimedMs: number, decodedMs: number): void {
  if (decodedMs <= 0)
    throw new FootageProblem('Not one frame of it could be read: the file is damaged or cut off.')
  if (claimedMs - decodedMs > Math.max(SHORTFALL_MS, claimedMs * 0.02))
    throw new FootageProblem(
      `The file says it lasts ${(claimedMs / 1000).toFixed(1)} seconds, but only ${(decodedMs / 1000).toFixed(1)} could be read: it is cut off or damaged. Copy it again.`,
    )
}

function uprightSize(video: Stream): { width: number; height: number } {
  const { width, height } = video
  const aspect = ratio(video.sample_aspect_ratio, ':')
  const wide = aspect > 0.1 && aspect < 10 ? Math.round(width * aspect) : width
  const turn = video.side_data_list.find(({ rotation }) => rotation !== undefined)?.rotation
  const degrees = Math.abs(turn ?? Number(video.tags['rotate'] ?? 0)) % 180
  return degrees > 45 && degrees < 135 ? { width: height, height: wide } : { width: wide, height }
}

function ratio(text: string, separator: string): number {
  const [over = 0, under = 0] = text.split(separator).map(Number)
  return under > 0 ? over / under : 0
}
