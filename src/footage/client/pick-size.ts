export interface Connection {
  saveData?: boolean
  effectiveType?: string
}

/** Pixels across of the small size. */
const SMALL = 640

/**
 * Whether the small size is the right one for a box of so many pixels of the screen on this line. What browsers guess of its
 * megabits is not asked: Chromium says 1.55 of any line that it has not measured.
 */
export const isSmallEnough = (pixels: number, { saveData, effectiveType = '4g' }: Connection): boolean =>
  saveData === true || effectiveType !== '4g' || pixels <= SMALL
