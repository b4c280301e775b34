const MINUTE_S = 60
const HOUR_S = 3600

/** `0:19`, `12:05`, `1:02:05`: for eyes. */
export function clockOf(ms: number): string {
  const whole = Math.max(0, Math.floor(ms / 1000))
  const [hours, minutes, seconds] = [
    Math.floor(whole / HOUR_S),
    Math.floor((whole % HOUR_S) / MINUTE_S),
    whole % MINUTE_S,
  ]
  const pad = (n: number): string => String(n).padStart(2, '0')
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds)}` : `${minutes}:${pad(seconds)}`
}

/** How long something is, to the nearest second. */
export const lengthOf = (ms: number): string => clockOf(ms + 500)

/** `#t=12,19.5`, as Media Fragments has it: behind a clip's address it plays from there to there, without any script. */
export const spanFragment = (fromMs: number, toMs: number): string => `#t=${fromMs / 1000},${toMs / 1000}`

/** ISO 8601: `PT31.5S`. */
export const isoDuration = (ms: number): string => `PT${ms / 1000}S`
