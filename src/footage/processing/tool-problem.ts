/** The footage cannot be used, in words for the desk. Nothing that a decoder wrote gets into them: it could hold words of another file. */
export class FootageProblem extends Error {}

/** The work was cancelled, or is another's by now. */
export class Superseded extends Error {}

const SAID: readonly [pattern: RegExp, words: string][] = [
  [
    /not in .*whitelist|not on whitelist|whitelisted|Format not/i,
    'This is not a video file of a kind that is accepted: use MP4, MOV, MKV, WebM, AVI or MPEG-TS.',
  ],
  [
    /Picture size \S+ (?:is invalid|exceeds)|max_pixels/i,
    'Its picture is too large: at most 36 million pixels are accepted. Make it smaller first.',
  ],
  [
    /moov atom not found/i,
    'The file is cut off: its index is missing. Copy it again from the camera or the sender.',
  ],
  [
    /Cannot allocate memory|Out of memory|malloc/i,
    'It needs more memory than a video may take here. Export it again as an ordinary H.264 MP4.',
  ],
  [/No space left|File too large/i, 'The disk is full. Free some space, then press Retry.'],
  [/Decoder .* not found|Unknown decoder|codec not currently supported/i, 'Its codec cannot be read here.'],
]

/** What ffmpeg complained about, in our words. */
export const wordsFor = (complaint: string, otherwise: string): string =>
  SAID.find(([pattern]) => pattern.test(complaint))?.[1] ?? otherwise
