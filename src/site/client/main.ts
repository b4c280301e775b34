import '../../live/client/public.ts'
import '../../newsroom/client/public.ts'
import './brand-sheet.ts'
import './chunks.ts'
import './live-page.ts'
import { keepTimesFresh } from './ago.ts'

keepTimesFresh()
