// Run as a process of its own by the fault tests: holds the database of a data folder until told to stop.
import { startPostgres } from '../../src/platform/db/postgres-server.ts'

const dataDir = process.argv[2] ?? ''
try {
  const { url, adopted, announce, stop } = await startPostgres({
    dataDir,
    log: (line) => console.error(line),
  })
  announce('http://localhost:4000')
  process.on('SIGTERM', () => void stop().then(() => process.exit(0)))
  process.on('SIGINT', () => {})
  console.log(JSON.stringify({ url, adopted }))
  setInterval(() => {}, 60_000)
} catch (error) {
  console.log(JSON.stringify({ problem: error instanceof Error ? error.message : String(error) }))
  process.exit(1)
}
