import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkProblem } from '../document.ts'
import { isLinkable, toHref } from './links.ts'

const TRAPS = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  '//elsewhere.example',
  '/\\elsewhere.example',
  'data:text/html,x',
  'vbscript:x',
  'https://',
  'http:// x',
  'mailto:a@b@c',
  '/stories/x y',
]
const FINE = [
  '/',
  '/stories/x',
  'https://example.com/?a=1#b',
  'mailto:desk@example.com',
  'HTTP://EXAMPLE.COM',
]

describe('links in the editor', () => {
  it.each(TRAPS)('refuses %j', (href) => {
    expect(isLinkable(href)).toBe(false)
  })

  it('allows nothing that the newsroom refuses, and what it allows', () => {
    const part = fc.constantFrom(
      'http',
      's',
      ':',
      '/',
      '//',
      'mailto:',
      '@',
      'a',
      '.',
      ' ',
      '\\',
      '\t',
      'javascript:',
      '%00',
    )
    const href = fc.oneof(
      fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
      fc.webUrl(),
      fc.string(),
    )
    fc.assert(
      fc.property(href, (text) => {
        if (isLinkable(text)) expect(linkProblem(text)).toBeNull()
      }),
      { numRuns: 2000 },
    )
    for (const text of FINE) expect([isLinkable(text), linkProblem(text)]).toEqual([true, null])
  })

  it('understands what people type', () => {
    expect(toHref(' example.com/a ')).toBe('https://example.com/a')
    expect(toHref('desk@example.com')).toBe('mailto:desk@example.com')
    expect(toHref('/about')).toBe('/about')
    expect(toHref('nonsense here')).toBe('nonsense here')
  })
})
