import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { build, type Plugin } from 'vite'
import { buildConfigs, hashOf, STAMP } from './build-stamp.mjs'

/** Builds the browser code of every vite config, and notes every file that went into it. */
export async function buildBrowserCode(root: string): Promise<void> {
  console.log('Building the browser code')
  const stamp = join(root, STAMP)
  rmSync(stamp, { force: true })
  const inputs = new Set<string>(['package-lock.json'])
  // Where tests build, they say NODE_ENV=test, and React would come as its slow build for development.
  const { NODE_ENV: before } = process.env
  process.env['NODE_ENV'] = 'production'
  for (const configFile of buildConfigs(root)) {
    inputs.add(configFile)
    await build({
      root,
      configFile: join(root, configFile),
      logLevel: 'warn',
      plugins: [collectInputs(root, inputs)],
    })
  }
  if (before !== undefined) process.env['NODE_ENV'] = before
  mkdirSync(dirname(stamp), { recursive: true })
  const hashes = [...inputs].sort().map((path) => [path, hashOf(join(root, path))])
  writeFileSync(stamp, JSON.stringify(Object.fromEntries(hashes), null, 2))
}

/** Packages are left out: the lock file stands for them. */
function collectInputs(root: string, inputs: Set<string>): Plugin {
  return {
    name: 'collect-inputs',
    buildEnd() {
      for (const id of this.getModuleIds()) {
        const path = relative(root, id.split('?')[0] ?? id)
        if (!id.startsWith('\0') && !path.startsWith('..') && !path.includes('node_modules')) inputs.add(path)
      }
    },
  }
}
