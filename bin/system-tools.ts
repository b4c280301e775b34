import { spawnSync } from 'node:child_process'
import { findChromium } from '../test/support/chromium.ts'
import { findProgram } from './find-program.ts'

type Tool = { package: string; isThere: () => boolean; isOptional?: boolean }

const TOOLS: Tool[] = [
  { package: 'chromium', isThere: () => findChromium() !== null },
  { package: 'ffmpeg', isThere: () => findProgram('ffmpeg') !== null },
  // Shuts ffmpeg in; without it the kernel's own means are used where they are allowed.
  { package: 'bubblewrap', isThere: () => findProgram('bwrap') !== null, isOptional: true },
  { package: 'curl', isThere: () => findProgram('curl') !== null },
]

/** What npm cannot bring: installed by apt-get if we may, else named. False when something is still missing. */
export function ensureSystemTools(): boolean {
  const missing = TOOLS.filter((tool) => !tool.isThere() && !tool.isOptional).map((tool) => tool.package)
  if (missing.length === 0) return true
  const wished = TOOLS.filter((tool) => !tool.isThere() && tool.isOptional).map((tool) => tool.package)
  const line = `apt-get install -y --no-install-recommends ${[...missing, ...wished].join(' ')}`
  if (process.getuid?.() === 0 && findProgram('apt-get')) installPackages(line)
  if (TOOLS.every((tool) => tool.isThere() || tool.isOptional)) return true
  console.error(`The tests need ${missing.join(' and ')}. Run: sudo sh -c 'apt-get update && ${line}'`)
  return false
}

function installPackages(line: string): void {
  console.log(`Installing for the tests: ${line}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('/bin/sh', ['-c', `apt-get update -q && ${line}`], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
