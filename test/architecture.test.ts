import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const text = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8')

test('every file and folder that ARCHITECTURE.md names is there', () => {
  const named = [...text.matchAll(/`((?:src|bin|db|test|bench)\/[\w./-]*)`/g)].map((match) => match[1] ?? '')
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
})
