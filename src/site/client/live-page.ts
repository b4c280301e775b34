import { showNow } from './live-clock.ts'
import { readRegions } from './live-state.ts'
import { start } from './live-stream.ts'

/** Of a page that is there as a whole. What it shows goes before what it will be told, in a task of its own. */
export function followPage(): void {
  readRegions()
  showNow(document)
  setTimeout(start)
}
