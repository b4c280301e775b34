import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CreatedToken } from '../../src/people/wire.ts'
import { Desk } from '../support/desk.ts'
import { RunningSite } from '../support/running-site.ts'

const ROOT = join(import.meta.dirname, '../..')
const run = promisify(execFile)

interface Example {
  file: string
  command: string
  /** What it prints, as far as the page says: "…" stands for anything. */
  prints: string | null
}

const FENCED = /^```(sh|json) test\n([\s\S]*?)^```$/gm

function examplesOf(file: string): Example[] {
  const examples: Example[] = []
  for (const [, language, text = ''] of readFileSync(join(ROOT, file), 'utf8').matchAll(FENCED)) {
    const before = examples.at(-1)
    if (language === 'sh') examples.push({ file, command: text, prints: null })
    else if (before?.prints === null) before.prints = text
    else throw new Error(`${file} says what an example prints, without the example: ${text}`)
  }
  return examples
}

const PAGES = ['README.md', ...['docs', 'docs/guides'].flatMap((folder) => markdownIn(folder))]
const EXAMPLES = PAGES.flatMap(examplesOf)

function markdownIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`)
}

let site: RunningSite
let environment: NodeJS.ProcessEnv
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pressbox-docs-'))
  site = await RunningSite.start({ script: 'src/main.ts' })
  const desk = await Desk.open(site)
  const { secret } = await desk.must<CreatedToken>('POST', '/api/v1/tokens', {
    body: { name: 'Examples', scope: ['story.write'] },
  })
  await desk.publishNew('An older story')
  await desk.publishNew('The newest story')
  const { PATH } = process.env
  environment = {
    PATH: `${join(ROOT, 'node_modules/.bin')}:${PATH}`,
    HOME: folder,
    PRESSBOX_DATA: site.dataDir,
    SITE: site.url,
    TOKEN: secret,
    FOLDER: folder,
  }
})
afterAll(async () => {
  await site.remove()
  await rm(folder, { recursive: true, force: true })
})

const anything = (_: string, value: unknown): unknown => (value === '…' ? expect.anything() : value)

test('the docs have examples to try', () => {
  expect(EXAMPLES.length).toBeGreaterThan(4)
  expect(EXAMPLES.filter(({ prints }) => prints !== null).length).toBeGreaterThan(2)
})

test.each(EXAMPLES)('$file: $command', async ({ command, prints }) => {
  const { stdout } = await run('sh', ['-e', '-c', command], { cwd: ROOT, env: environment })
  if (prints !== null) expect(JSON.parse(stdout)).toMatchObject(JSON.parse(prints, anything) as object)
})
