import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'

const SOURCE = join(import.meta.dirname, '../../src/site/client/blend.ts')

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  await page.setContent('<main></main>')
  const code = stripTypeScriptTypes(readFileSync(SOURCE, 'utf8')).replaceAll(/^export /gm, '')
  await page.addScriptTag({ content: code })
})

interface Blended {
  html: string
  kept: string[]
}

/** Blends one page into another; `kept` names the elements of the old page, by `title`, that are still the same nodes. */
const blended = (from: string, to: string, busy = ''): Promise<Blended> =>
  page.evaluate(
    ({ from, to, busy }) => {
      const main = document.querySelector('main') as HTMLElement
      main.innerHTML = from
      const before = [...main.querySelectorAll<HTMLElement>('[title]')]
      const titles = before.map(({ title }) => title)
      const fresh = document.createElement('template')
      fresh.innerHTML = to
      const isBusy = (node: Node): boolean => node instanceof Element && busy !== '' && node.matches(busy)
      const manners = { mayChange: (node: Node) => !isBusy(node), mayRemove: (node: Node) => !isBusy(node) }
      ;(window as never as { blend: (...args: unknown[]) => void }).blend(main, fresh.content, manners)
      return { html: main.innerHTML, kept: titles.filter((_, i) => before[i]?.isConnected) }
    },
    { from, to, busy },
  )

const text = fc.constantFrom('one', 'two', 'three', ' ')
const tag = fc.constantFrom('p', 'div', 'b', 'section')
const tree: fc.Arbitrary<string> = fc.letrec<{ node: string; element: string }>((tie) => ({
  node: fc.oneof({ maxDepth: 3 }, text, tie('element')),
  element: fc
    .tuple(
      tag,
      fc.constantFrom('', ' class="a"', ' class="b" data-x'),
      fc.array(tie('node'), { maxLength: 4 }),
    )
    // A paragraph may not hold a block, as the parser has it.
    .map(([name, attributes, inner]) => {
      const as = name === 'p' && /<(?:p|div|section)/.test(inner.join('')) ? 'div' : name
      return `<${as}${attributes}>${inner.join('')}</${as}>`
    }),
})).node
const anyPage = fc.array(tree, { maxLength: 6 }).map((parts) => parts.join(''))

test('whatever stood there, what is to stand there does', async () => {
  await fc.assert(
    fc.asyncProperty(anyPage, anyPage, async (from, to) => {
      const { html } = await blended(from, to)
      const wanted = await page.evaluate((markup) => {
        const fresh = document.createElement('template')
        fresh.innerHTML = markup
        return fresh.innerHTML
      }, to)
      expect(html).toBe(wanted)
    }),
    { numRuns: 400 },
  )
})

const p = (name: string, words = name): string => `<p title="${name}">${words}</p>`

test('what is in both stays the node that it is, when something comes before it, goes, or changes', async () => {
  const old = `${p('a')}\n${p('b')}\n${p('c')}`
  expect((await blended(old, `<p>new</p>\n${old}`)).kept).toEqual(['a', 'b', 'c'])
  expect((await blended(old, `${p('b')}\n${p('c')}`)).kept).toEqual(['b', 'c'])
  expect((await blended(old, `${p('a')}\n${p('b', 'changed')}\n${p('c')}`)).kept).toEqual(['a', 'b', 'c'])
})

test('what has an id is known by it, however deep it stands and whatever has changed in it', async () => {
  const card = (words: string): string =>
    `<div title="card"><div id="in-x" title="inner">${words}</div></div>`
  const { html, kept } = await blended(`${p('a')}${card('1')}`, `<div>before</div>${card('2')}${p('a')}`)
  expect(kept).toEqual(expect.arrayContaining(['card', 'inner']))
  expect(html).toContain('>2<')
})

test('what is busy is neither changed nor removed, and what stands around it changes', async () => {
  const { html, kept } = await blended(
    `<video title="clip" class="old"></video>${p('a')}`,
    p('a', 'new words'),
    'video',
  )
  expect(kept).toContain('clip')
  expect(html).toBe(`<video title="clip" class="old"></video>${p('a', 'new words')}`)
})

test('what a reader has opened stays open', async () => {
  const { html } = await blended('<details open=""><p>1</p></details>', '<details><p>2</p></details>')
  expect(html).toBe('<details open=""><p>2</p></details>')
})
