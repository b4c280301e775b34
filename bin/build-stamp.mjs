import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What was built from what: each input's path with the hash of its content. */
export const STAMP = 'dist/stamp.json'

/** @param {string} root */
export function isBuildFresh(root) {
  if (!existsSync(join(root, STAMP))) return buildConfigs(root).length === 0
  const inputs = JSON.parse(readFileSync(join(root, STAMP), 'utf8'))
  return (
    buildConfigs(root).every((name) => name in inputs) &&
    Object.entries(inputs).every(([path, hash]) => hashOf(join(root, path)) === hash)
  )
}

/**
 * vite.config.ts and its siblings, vite.studio.config.ts for one.
 * @param {string} root
 */
export function buildConfigs(root) {
  return readdirSync(root)
    .filter((name) => /^vite(\.[\w-]+)?\.config\.ts$/.test(name))
    .sort()
}

/** @param {string} path */
export function hashOf(path) {
  return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : ''
}
