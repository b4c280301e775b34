import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { missingFromLock, type Lock } from './lock-file.ts'

test('the lock file names the packages of every platform, so that npm ci accepts it: else run npm run lock', () => {
  const lock = JSON.parse(readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8')) as Lock
  expect(missingFromLock(lock)).toEqual([])
})

test('an optional package that is named nowhere is missed', () => {
  const packages = {
    'node_modules/a': { dev: true, optionalDependencies: { 'a-linux': '1.0.0', 'a-darwin': '1.0.0' } },
  }
  const lock = { packages: { ...packages, 'node_modules/a/node_modules/a-linux': {} } }
  expect(missingFromLock(lock)).toEqual([{ name: 'a-darwin', version: '1.0.0', dev: true }])
})
