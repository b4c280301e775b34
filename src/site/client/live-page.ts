import { showNow } from './live-clock.ts'
import { readRegions } from './live-state.ts'
import { start } from './live-stream.ts'

/** In tasks of their own: what the page shows goes before what it will be told. */
function begin(): void {
  readRegions()
  showNow(document)
  setTimeout(start)
}

// The script comes when it comes: on a slow line before the end of the page.
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => setTimeout(begin))
else setTimeout(begin)
