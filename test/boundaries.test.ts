import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { runProgram } from '../bin/run-program.ts'

const ROOT = join(import.meta.dirname, '..')
const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** Each rule with a tree of files that breaks it, and nothing else. */
const VIOLATIONS: Record<string, Record<string, string>> = {
  'no-cycles': {
    'src/newsroom/a.ts': `import { b } from './b.ts'\nexport const a = (): unknown => b`,
    'src/newsroom/b.ts': `import { a } from './a.ts'\nexport const b = (): unknown => a`,
  },
  'nothing-unresolved': { 'src/newsroom/a.ts': `export { b } from './nowhere.ts'` },
  'platform-knows-no-domain': {
    'src/platform/a.ts': `export { b } from '../newsroom/public.ts'`,
    'src/newsroom/public.ts': 'export const b = 1',
  },
  'kit-knows-no-domain': {
    'src/kit/a.ts': `export { b } from '../newsroom/public.ts'`,
    'src/newsroom/public.ts': 'export const b = 1',
  },
  'the-wire-stands-alone': {
    'src/platform/live/wire.ts': `export { b } from './b.ts'`,
    'src/platform/live/b.ts': 'export const b = 1',
  },
  'people-is-the-floor': {
    'src/people/a.ts': `export { b } from '../live/public.ts'`,
    'src/live/public.ts': 'export const b = 1',
  },
  'no-sibling-modules': {
    'src/newsroom/a.ts': `export { b } from '../live/public.ts'`,
    'src/live/public.ts': 'export const b = 1',
  },
  'modules-do-not-know-the-shells': {
    'src/newsroom/a.ts': `export { b } from '../site/public.ts'`,
    'src/site/public.ts': 'export const b = 1',
  },
  'shells-do-not-know-each-other': {
    'src/studio/a.ts': `export { b } from '../site/public.ts'`,
    'src/site/public.ts': 'export const b = 1',
  },
  'demo-is-used-by-the-wiring-alone': {
    'src/platform/a.ts': `export { b } from '../demo/b.ts'`,
    'src/demo/b.ts': 'export const b = 1',
  },
  'nobody-imports-the-wiring': {
    'src/demo/a.ts': `export { b } from '../wiring.ts'`,
    'src/wiring.ts': 'export const b = 1',
  },
  'enter-by-the-front-door': {
    'src/site/a.ts': `export { b } from '../newsroom/b.ts'`,
    'src/newsroom/b.ts': 'export const b = 1',
  },
  'only-stores-touch-sql': {
    'src/newsroom/a.ts': `export { b } from '../platform/db/b.ts'`,
    'src/platform/db/b.ts': 'export const b = 1',
  },
  'client-stays-in-the-browser': {
    'src/site/client/a.ts': `export { b } from '../between.ts'`,
    'src/site/between.ts': `export { b } from '../platform/b.ts'`,
    'src/platform/b.ts': 'export const b = 1',
  },
  'client-needs-no-node': {
    'src/site/client/a.ts': `export { b } from '../between.ts'`,
    'src/site/between.ts': `export { readFileSync as b } from 'node:fs'`,
  },
}

test('every import rule has a planted violation', async () => {
  const { default: config } = (await import('../.dependency-cruiser.cjs')) as {
    default: { forbidden: { name: string }[] }
  }
  expect(Object.keys(VIOLATIONS)).toEqual(config.forbidden.map((rule) => rule.name))
})

test.for(Object.entries(VIOLATIONS))(
  'the check fails on a planted violation of %s',
  async ([rule, files]) => {
    const { code, output } = await cruise(plant(files))
    expect(output).toContain(`error ${rule}:`)
    expect(code).not.toBe(0)
  },
)

test('the check fails when another file than a store imports the database driver', async () => {
  const { output } = await cruise(
    plant({ 'src/newsroom/a.ts': `export { sql } from 'kysely'\nexport { Pool } from 'pg'` }),
  )
  expect(output).toMatch(/error only-stores-touch-sql: src\/newsroom\/a.ts → .*node_modules\/kysely\//)
  expect(output).toMatch(/error only-stores-touch-sql: src\/newsroom\/a.ts → .*node_modules\/pg\//)
})

test('the check passes a tree that keeps the rules, and says how many modules it read', async () => {
  const { code, output } = await cruise(
    plant({
      'src/newsroom/public.ts': `export { b } from './b-store.ts'`,
      'src/newsroom/b-store.ts': `export { c as b } from '../platform/db/c.ts'`,
      'src/platform/db/c.ts': 'export const c = 1',
      'src/site/front.ts': `export { b } from '../newsroom/public.ts'`,
    }),
  )
  expect(output).toContain('(4 modules, 3 dependencies cruised)')
  expect(code).toBe(0)
})

function plant(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'pressbox-boundaries-'))
  folders.push(folder)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const name of ['tsconfig.json', 'package.json', 'node_modules'])
    symlinkSync(join(ROOT, name), join(folder, name))
  return folder
}

function cruise(folder: string): Promise<{ code: number | null; output: string }> {
  return runProgram('depcruise', ['--config', join(ROOT, '.dependency-cruiser.cjs'), 'src'], folder)
}
