import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The path of a program of this machine; `null`: it is not installed. */
export function findTool(name: string): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    if (folder === '') continue
    const path = join(folder, name)
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {
      // Not in this folder.
    }
  }
  return null
}

/** Why no footage can be processed on this machine, in words; `null`: all is there. */
export function toolProblem(): string | null {
  const missing = ['ffmpeg', 'ffprobe'].filter((name) => findTool(name) === null)
  if (missing.length === 0) return null
  return `${missing.join(' and ')} cannot be found on this server, so footage waits. Install it (apt-get install ffmpeg), then press Retry.`
}
