// Run after adding a package (`npm run lock`): a registry that mirrors only some platforms makes npm leave the others'
// packages out of the lock file, and then `npm ci` refuses it. Their names tell the platform, their owner the version.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { missingFromLock, type Lock, type Package } from './lock-file.ts'

const PATH = join(import.meta.dirname, '../package-lock.json')
const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const PROCESSORS = ['arm', 'arm64', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64']

const lock = JSON.parse(readFileSync(PATH, 'utf8')) as Lock
for (const { name, version, dev } of missingFromLock(lock)) {
  lock.packages[`node_modules/${name}`] = {
    version,
    optional: true,
    ...(dev ? { dev } : {}),
    ...platformOf(name),
  }
  console.log(`Added ${name} ${version}`)
}
const [root, ...others] = Object.entries(lock.packages)
if (root) lock.packages = Object.fromEntries([root, ...others.sort(([a], [b]) => a.localeCompare(b, 'en'))])
writeFileSync(PATH, `${JSON.stringify(lock, null, 2)}\n`)

function platformOf(name: string): Package {
  const words = name.split(/[-/]/)
  const libc = name.includes('musl') ? ['musl'] : name.includes('gnu') ? ['glibc'] : []
  return {
    os: SYSTEMS.filter((system) => words.includes(system)),
    cpu: PROCESSORS.filter((processor) => words.includes(processor)),
    ...(libc.length > 0 ? { libc } : {}),
  }
}
