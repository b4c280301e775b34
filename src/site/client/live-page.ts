import { showNow } from './live-clock.ts'
import { readRegions } from './live-state.ts'
import { start } from './live-stream.ts'

readRegions()
showNow(document)
// A task of its own: what the page shows goes before what it will be told.
setTimeout(start)
