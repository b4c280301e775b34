import module from 'node:module'
import { join } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { ensureNode } from './node.mjs'

export const ROOT = join(import.meta.dirname, '..')

/** From a bare checkout to a process in which the project's TypeScript runs; does nothing when nothing is missing. */
export async function makeReady() {
  ensureInstalled(ROOT)
  await ensureNode(ROOT)
  module.enableCompileCache(join(ROOT, '.cache/node'))
}
