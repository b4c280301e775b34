import { showEventTimes } from '../../live/client/public.ts'
import '../../newsroom/client/public.ts'
import { keepTimesFresh } from './ago.ts'
import './brand-sheet.ts'
import './chunks.ts'
import { followPage } from './live-page.ts'

function begin(): void {
  showEventTimes()
  followPage()
  keepTimesFresh()
}

// A task of its own. The script comes when it comes: from a cache before the end of the page.
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => setTimeout(begin))
else setTimeout(begin)
