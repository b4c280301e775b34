import { MOST_PIXELS } from './probe-report.ts'

/** The only containers that are opened: none of them names other files, as playlists do. */
const FORMATS = 'mov,mp4,m4a,3gp,matroska,webm,mpegts,avi'
const THREADS = '2'

/** Arguments as they stand on a command line; none of them holds a blank. */
const flags = (line: string): string[] => line.split(' ')

const ONLY_VIDEOS = flags(
  `-max_pixels ${MOST_PIXELS} -protocol_whitelist file,pipe -format_whitelist ${FORMATS}`,
)

export interface Size {
  width: number
  height: number
}

export interface Streams {
  videoStream: number
  audioStream: number | null
  isFast?: boolean
}

/** Even sides whose shorter one is `shortest` at most: never larger than what there is. */
export function fitted({ width, height }: Size, shortest: number): Size {
  const factor = Math.min(1, shortest / Math.min(width, height))
  const even = (side: number): number => Math.max(2, 2 * Math.round((side * factor) / 2))
  return { width: even(width), height: even(height) }
}

/** The sizes worth making of a clip: two, or one where the footage is no larger than the smaller. */
export function clipSizes(master: Size): Size[] {
  const [small, large] = [fitted(master, 360), fitted(master, 720)]
  return small.height === large.height ? [small] : [small, large]
}

export const probeArguments = (input: string): string[] => [
  ...flags('-v error -show_format -show_streams -of json'),
  ...ONLY_VIDEOS,
  '-i',
  input,
]

/** `-xerror`: what cannot be read ends it, rather than standing there as if it were all. */
const opening = (input: string): string[] => [
  ...flags(`-v error -nostdin -xerror -progress pipe:1 -nostats -threads ${THREADS}`),
  ...ONLY_VIDEOS,
  '-i',
  input,
]

/** Places, names, times and whatever else a camera wrote down stay in the master. */
const STRIPPED = flags(
  '-map_metadata -1 -map_chapters -1 -sn -dn -fflags +bitexact -flags:v +bitexact -flags:a +bitexact',
)

const scaled = ({ width, height }: Size): string => `scale=${width}:${height}:flags=bicubic,setsar=1`

/**
 * Frames keep their own times: filling gaps at a fixed rate is how a small file fills a disk. The first of them is so small that
 * it comes in the time of a quarter of a second of what follows.
 */
const videoOut = (
  { bitrate, crf, keyframeSeconds, preset }: VideoOut,
  { isFast = false }: Streams,
): string[] => [
  ...flags(`-c:v libx264 -profile:v high -pix_fmt yuv420p -preset ${preset} -threads ${THREADS}`),
  ...flags(
    `-crf ${crf} -maxrate ${bitrate}k -bufsize ${bitrate * 2}k -rc_init_occupancy ${bitrate / 4}k -fps_mode vfr`,
  ),
  ...(isFast ? ['-r', '60'] : []),
  ...flags(`-force_key_frames expr:gte(t,n_forced*${keyframeSeconds})`),
]

interface VideoOut {
  /** kbit/s, at most. */
  bitrate: number
  crf: number
  keyframeSeconds: number
  preset: string
}

const audioOut = (kilobits: number): string[] => flags(`-c:a aac -b:a ${kilobits}k -ac 2 -ar 48000`)

const MP4 = flags('-movflags +faststart -video_track_timescale 90000 -f mp4 -y')

/** Of the whole master, for the desk: small, and quick to scrub. */
export const previewArguments = (input: string, output: string, streams: Streams, size: Size): string[] => [
  ...opening(input),
  ...flags(`-map 0:${streams.videoStream} -vf ${scaled(size)}`),
  ...(streams.audioStream === null ? ['-an'] : ['-map', `0:${streams.audioStream}`, ...audioOut(96)]),
  ...videoOut({ bitrate: 1500, crf: 27, keyframeSeconds: 1, preset: 'veryfast' }, streams),
  ...STRIPPED,
  ...MP4,
  output,
]

export interface CutSize extends Size {
  output: string
}

const seconds = (ms: number): string => (ms / 1000).toFixed(3)

/** Decoded once, cut to the frame, written in each size. */
export function clipArguments(
  input: string,
  { inMs, outMs }: { inMs: number; outMs: number },
  streams: Streams,
  sizes: readonly CutSize[],
): string[] {
  const splits = sizes.map((_, i) => `[s${i}]`).join('')
  const scales = sizes.map((size, i) => `[s${i}]${scaled(size)}[v${i}]`).join(';')
  return [
    ...flags(`-ss ${seconds(inMs)} -t ${seconds(outMs - inMs)}`),
    ...opening(input),
    ...flags(`-filter_complex [0:${streams.videoStream}]split=${sizes.length}${splits};${scales}`),
    ...sizes.flatMap((size, i) => [
      '-map',
      `[v${i}]`,
      ...(streams.audioStream === null ? [] : ['-map', `0:${streams.audioStream}`, ...audioOut(128)]),
      ...videoOut(
        {
          bitrate: Math.min(size.width, size.height) > 400 ? 2800 : 800,
          crf: 23,
          keyframeSeconds: 2,
          preset: 'fast',
        },
        streams,
      ),
      ...STRIPPED,
      ...MP4,
      size.output,
    ]),
  ]
}

/** One frame as a picture. */
export const posterArguments = (
  input: string,
  output: string,
  atMs: number,
  { videoStream }: Streams,
  size: Size,
): string[] => [
  ...flags(`-ss ${seconds(atMs)}`),
  ...opening(input),
  ...flags(`-map 0:${videoStream} -vf ${scaled(size)} -frames:v 1 -update 1 -q:v 2`),
  ...STRIPPED,
  ...flags('-f image2 -y'),
  output,
]
