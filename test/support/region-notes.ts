import type { Page } from 'playwright-core'

/** What a band of an open page says, and since when, in ms since 1970: site and browser share a machine and its clock. */
export interface Note {
  at: number
  text: string
}

type Notes = Record<string, Note[]>

/** Notes within the page what these regions show whenever that changes, from the stream's first event on: the time that asking a browser takes is not in it. */
export async function noteRegions(
  page: Page,
  keys: readonly string[],
): Promise<(key: string) => Promise<Note[]>> {
  await page.addInitScript((regions) => {
    const notes: Notes = Object.fromEntries(regions.map((key) => [key, []]))
    Object.assign(window, { regionNotes: notes })
    let follows = false
    // Whichever tab has the stream tells the others what came; a channel of one's own hears both.
    new BroadcastChannel('pressbox').addEventListener('message', ({ data }) => {
      if (data.kind === 'event' && data.name === 'hello') follows = true
      look()
    })
    const shownIn = (key: string): string =>
      document.querySelector<HTMLElement>(`[data-region="${key}"]`)?.innerText.replace(/\s+/g, ' ').trim() ??
      ''
    const look = (): void => {
      if (!follows) return
      for (const [key, said] of Object.entries(notes)) {
        const text = shownIn(key)
        if (said.at(-1)?.text !== text) said.push({ at: Date.now(), text })
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

// Capitals are a matter of the style sheet.
export const says = (text: string, words: string): boolean => text.toLowerCase().includes(words.toLowerCase())

/** When it said so first. */
export const since = (notes: readonly Note[], words: string): number =>
  notes.find(({ text }) => says(text, words))?.at ?? NaN
