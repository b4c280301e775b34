/** What this tab shows: which regions, as of which position, with which hash. */
export interface Shown {
  hash: string
  at: string
}

export const shown = new Map<string, Shown>()

const meta = document.querySelector<HTMLMetaElement>('meta[name=pressbox]')

/** The newest position that this tab has seen, `epoch.id`. */
export let position = meta?.content ?? ''

export const regionElements = (key?: string): NodeListOf<HTMLElement> =>
  document.querySelectorAll(key === undefined ? '[data-region]' : `[data-region="${CSS.escape(key)}"]`)

export function readRegions(): void {
  for (const { dataset } of regionElements())
    shown.set(dataset['region'] ?? '', { hash: dataset['hash'] ?? '', at: position })
}

const idOf = (at: string): number => Number(at.split('.')[1])
const epochOf = (at: string): string => at.split('.')[0] ?? ''

/** Positions of one epoch compare; another epoch means a restore, and what comes now is right. */
export const isOlder = (at: string, than: string): boolean =>
  epochOf(at) === epochOf(than) && idOf(at) < idOf(than)

export function moveTo(at: string): void {
  if (!isOlder(at, position)) position = at
}
