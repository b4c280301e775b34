import { showNow } from './live-clock.ts'
import { readRegions } from './live-state.ts'
import { start } from './live-stream.ts'

readRegions()
showNow(document)
start()
