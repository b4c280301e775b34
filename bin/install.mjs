// Plain JavaScript and nothing installed: this runs first, on whatever Node 20 or later the machine has.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'

const STAMP = 'node_modules/.installed-from'

/**
 * Runs `npm ci` if what is installed is not what the lock file says.
 * @param {string} root
 */
export function ensureInstalled(root) {
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const hash = createHash('sha256').update(`${lockText}${process.platform}${process.arch}`).digest('hex')
  if (readIfThere(join(root, STAMP)) === hash) return
  if (!matches(root, JSON.parse(lockText))) install(root)
  try {
    writeFileSync(join(root, STAMP), hash)
  } catch {
    // A checkout that cannot be written to is compared again next time.
  }
}

/** @param {string} root */
function install(root) {
  console.log('Installing what Pressbox needs (once; about a minute)')
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const [command, ...first] = npmCommand()
  const done = spawnSync(command, [...first, ...args], {
    cwd: root,
    env: { ...process.env, ...cacheFor(root) },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (done.status === 0) return
  console.error(
    `Pressbox could not be installed: npm ci ${done.error ? done.error.message : `ended with ${done.status}`}.`,
  )
  process.exit(1)
}

/**
 * The npm that runs us, if one does: it may not be in PATH.
 * @returns {[string, ...string[]]}
 */
function npmCommand() {
  const cli = process.env.npm_execpath
  return cli && basename(cli) === 'npm-cli.js' ? [process.execPath, cli] : ['npm']
}

/**
 * npm keeps its cache in the home folder, which may be closed to writing or not be there.
 * @param {string} root
 */
function cacheFor(root) {
  const usual = process.env.npm_config_cache ?? join(homedir(), '.npm')
  return isWritable(usual) ? {} : { npm_config_cache: join(root, '.cache', 'npm') }
}

/**
 * @param {string} path
 * @returns {boolean}
 */
function isWritable(path) {
  if (!existsSync(path)) return dirname(path) !== path && isWritable(dirname(path))
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, os?: string | string[], cpu?: string | string[] }} Package
 * @typedef {{ optionalDependencies?: Record<string, string> }} Manifest
 */

/**
 * npm's own record of what it installed, compared with the lock file: someone may have run npm by hand.
 * @param {string} root
 * @param {{ packages: Record<string, Package & Manifest> }} lock
 */
function matches(root, lock) {
  const record = readIfThere(join(root, 'node_modules/.package-lock.json'))
  if (record === null) return false
  /** @type {Record<string, Package>} */
  const installed = JSON.parse(record).packages
  const ours = Object.keys(lock.packages['']?.optionalDependencies ?? {}).map(
    (name) => `node_modules/${name}`,
  )
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true
    const there = installed[path]
    if (there) return there.version === wanted.version && there.integrity === wanted.integrity
    return wanted.optional === true && !(ours.includes(path) && isForThisMachine(wanted))
  })
}

/** @param {Package} wanted */
function isForThisMachine(wanted) {
  return (
    [wanted.os ?? process.platform].flat().includes(process.platform) &&
    [wanted.cpu ?? process.arch].flat().includes(process.arch)
  )
}

/** @param {string} path */
function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}
