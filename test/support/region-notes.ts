import type { Page } from 'playwright-core'

/** What a band of an open page says, and since when, in ms since 1970 on the server's clock. */
export interface Note {
  at: number
  text: string
}

type Notes = Record<string, Note[]>

/**
 * Notes within the page what these regions show whenever that changes, timed by the server's clock as the stream's first
 * event tells it: neither the test's clock nor the time that asking a browser takes is in it.
 */
export async function noteRegions(
  page: Page,
  keys: readonly string[],
): Promise<(key: string) => Promise<Note[]>> {
  await page.addInitScript((regions) => {
    const notes: Notes = Object.fromEntries(regions.map((key) => [key, []]))
    Object.assign(window, { regionNotes: notes })
    let offset: number | null = null
    // Whichever tab has the stream tells the others what came; a channel of one's own hears both.
    new BroadcastChannel('pressbox').addEventListener('message', ({ data }) => {
      if (data.kind === 'event' && data.name === 'hello') offset = data.data.now - Date.now()
      look()
    })
    const shownIn = (key: string): string =>
      document.querySelector<HTMLElement>(`[data-region="${key}"]`)?.innerText.replace(/\s+/g, ' ').trim() ??
      ''
    const look = (): void => {
      if (offset === null) return
      for (const [key, said] of Object.entries(notes)) {
        const text = shownIn(key)
        if (said.at(-1)?.text !== text) said.push({ at: Date.now() + offset, text })
      }
    }
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['hidden'],
    })
  }, keys)
  return (key) =>
    page.evaluate((name) => (window as unknown as { regionNotes: Notes }).regionNotes[name] ?? [], key)
}
