const MINUTE_S = 60
const HOUR_S = 3600

/** `0:19`, `1:02:05`: for eyes. */
export function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const [h, m, s] = [
    Math.floor(seconds / HOUR_S),
    Math.floor((seconds % HOUR_S) / MINUTE_S),
    seconds % MINUTE_S,
  ]
  const pad = (n: number): string => String(n).padStart(2, '0')
  return h > 0 ? `${h}:${pad(m)}:${pad(s)}` : `${m}:${pad(s)}`
}

/** `#t=12,19.5`, as Media Fragments has it: behind a clip's address it plays from there to there, without any script. */
export const spanFragment = (fromMs: number, toMs: number): string => `#t=${fromMs / 1000},${toMs / 1000}`

/** ISO 8601: `PT31.5S`. */
export const isoDuration = (ms: number): string => `PT${ms / 1000}S`
