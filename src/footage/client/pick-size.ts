export interface Connection {
  saveData?: boolean
  effectiveType?: string
  /** Megabits a second, as the browser guesses. */
  downlink?: number
}

/** Pixels across of the small size. */
const SMALL = 640
/** Browsers guess low (Chromium says 1.55 of a line that it has not measured): less than this is slow for certain. */
const ENOUGH_MBITS = 1.5

/** Whether the small size is the right one for a box of so many pixels of the screen on this line. */
export const isSmallEnough = (
  pixels: number,
  { saveData, effectiveType = '4g', downlink = 10 }: Connection,
): boolean => saveData === true || effectiveType !== '4g' || downlink < ENOUGH_MBITS || pixels <= SMALL
