import { isBuildFresh } from './build-stamp.mjs'
import { ROOT } from './ready.mjs'

/** Builds the browser code if what went into it has changed. Vite takes its time to load, so only then. */
export async function ensureBuilt() {
  if (isBuildFresh(ROOT)) return
  const { buildBrowserCode } = await import('./build.ts')
  await buildBrowserCode(ROOT)
}

if (import.meta.main) await ensureBuilt()
