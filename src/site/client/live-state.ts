/** What this tab shows: which regions, as of which position, with which hash. */
export interface Shown {
  hash: string
  at: string
}

export const shown = new Map<string, Shown>()

const meta = document.querySelector<HTMLMetaElement>('meta[name=pressbox]')

/** The newest position that this tab has seen, `epoch.id`. */
export let position = meta?.content ?? ''

export const regionElements = (key?: string, within: ParentNode = document): NodeListOf<HTMLElement> =>
  within.querySelectorAll(key === undefined ? '[data-region]' : `[data-region="${CSS.escape(key)}"]`)

/** Reads the regions that this tab does not know yet, shown as of a position. */
export function readRegions(at = position): void {
  for (const { dataset } of regionElements()) {
    const key = dataset['region'] ?? ''
    if (!shown.has(key)) shown.set(key, { hash: dataset['hash'] ?? '', at })
  }
}

const idOf = (at: string): number => Number(at.split('.')[1])
const epochOf = (at: string): string => at.split('.')[0] ?? ''

/** Positions of one epoch compare; another epoch means a restore, and what comes now is right. */
export const isOlder = (at: string, than: string): boolean =>
  epochOf(at) === epochOf(than) && idOf(at) < idOf(than)

export function moveTo(at: string): void {
  if (!isOlder(at, position)) position = at
}
