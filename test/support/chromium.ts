import { findProgram, isProgram } from '../../bin/find-program.ts'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The browser that the journeys drive: CHROMIUM_PATH, or one that is installed; null when there is none. */
export function findChromium(): string | null {
  const given = process.env['CHROMIUM_PATH']
  if (given) return isProgram(given) ? given : null
  return NAMES.map(findProgram).find((path) => path !== null) ?? ELSEWHERE.find(isProgram) ?? null
}
