import { describe, expect, it } from 'vitest'
import { studioPage } from './studio-page.ts'

describe('the page of the studio', () => {
  it('allows no inline script or style, nothing of another site, and no frame around it', () => {
    const policy = studioPage().headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
  })

  it('is kept by no cache and found by no search engine', async () => {
    const page = studioPage()
    expect(page.headers.get('cache-control')).toBe('no-store')
    const markup = await page.text()
    expect(markup).toContain('noindex')
    expect(markup).not.toMatch(/<style|<script(?![^>]+src=)|\son\w+=|\sstyle=/)
  })
})
