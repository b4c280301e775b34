import type { Logger } from '../../platform/logger.ts'
import { findTool } from './find-tool.ts'
import { runTool, type ToolOptions } from './run-tool.ts'
import type { Confined, SandboxKind } from './sandbox.ts'

const WALL_MS = 10_000
let best: Promise<SandboxKind> | undefined

/** The best way that works on this machine, found out once. */
export const bestSandbox = (log: Logger, tryout: Confined, onGroup: OnGroup): Promise<SandboxKind> =>
  (best ??= findBest(log, tryout, onGroup))

type OnGroup = NonNullable<ToolOptions['onGroup']>

async function findBest(log: Logger, tryout: Confined, onGroup: OnGroup): Promise<SandboxKind> {
  for (const kind of ['bubblewrap', 'unshare'] as const)
    if (await sandboxWorks(kind, tryout, onGroup)) return kind
  log.warn(
    'Footage is processed without a sandbox, within limits only: neither bubblewrap nor unshare works here. Install bubblewrap to shut ffmpeg in.',
  )
  return 'limits'
}

export async function sandboxWorks(kind: SandboxKind, tryout: Confined, onGroup: OnGroup): Promise<boolean> {
  if (kind === 'bubblewrap' && !findTool('bwrap')) return false
  if (kind === 'unshare' && !(findTool('unshare') && findTool('setpriv'))) return false
  const { signal } = new AbortController()
  return runTool(kind, tryout, { signal, wallMs: WALL_MS, wantsOutput: true, onGroup }).then(
    ({ code }) => code === 0,
    () => false,
  )
}
