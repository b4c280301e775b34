import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { COMMON, SHEETS, styleSheet } from './style-sheet.ts'
import { Brand } from './wire.ts'

const brand = Brand.parse({})

test('a text is styled for every clip and card that a push may bring into it, and not for other pages', () => {
  for (const kind of ['story', 'lists']) {
    const { css } = styleSheet(brand, kind)
    for (const part of ['.clip-box', '.event-card', '.match-card', '.shop-card', '.choice'])
      expect(css).toContain(`${part}{`)
  }
  expect(styleSheet(brand, 'story').css).not.toMatch(
    /\.(front-top|absent|tiles|board|live-panel|standings)\{/,
  )
})

test('every look stands in a sheet, and a page with a sheet that is not there is not made', () => {
  const looks = readdirSync(join(import.meta.dirname, 'look')).map((file) => file.replace('.css', ''))
  expect([...new Set([...COMMON, ...Object.values(SHEETS).flat()])].sort()).toEqual(looks.sort())
  expect(() => styleSheet(brand, 'of-nothing')).toThrow('There is no sheet "of-nothing"')
})
