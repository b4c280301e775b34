let offset = 0

/** The server's clock, in ms since 1970. */
export const serverNow = (): number => Date.now() + offset

export function setServerClock(now: number): void {
  offset = now - Date.now()
  showNow(document)
}

const holds = ({ dataset: { from, until } }: HTMLElement, now: number): boolean =>
  (!from || Number(from) <= now) && (!until || now < Number(until))

function clockText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  const pad = (n: number): string => String(n).padStart(2, '0')
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return h > 0 ? `${h}:${pad(m)}:${pad(s)}` : `${pad(m)}:${pad(s)}`
}

let timer: ReturnType<typeof setTimeout> | undefined

/** Shows of each timeline the face that holds now, and counts down; in the page, or in a push before it is painted. */
export function showNow(root: ParentNode): void {
  const now = serverNow()
  for (const face of root.querySelectorAll<HTMLElement>('[data-from],[data-until]'))
    face.hidden = !holds(face, now)
  for (const count of root.querySelectorAll<HTMLElement>('[data-countdown]'))
    setText(count, clockText(Number(count.dataset['countdown']) - now))
  if (root === document) wakeAtNext(now)
}

function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text
}

/** Wakes on the next flip, and each second while something counts down. */
function wakeAtNext(now: number): void {
  const edges = [...document.querySelectorAll<HTMLElement>('[data-from],[data-until]')]
    .flatMap(({ dataset }) => [Number(dataset['from']), Number(dataset['until'])])
    .filter((edge) => edge > now)
  const counting = [...document.querySelectorAll<HTMLElement>('[data-countdown]')].some(
    (count) => !count.closest('[hidden]'),
  )
  const tick = counting ? now + 1000 - (now % 1000) : Infinity
  const next = Math.min(tick, ...edges)
  clearTimeout(timer)
  if (next < Infinity) timer = setTimeout(() => showNow(document), Math.min(next - now + 1, 2 ** 30))
}

document.addEventListener('visibilitychange', () => showNow(document))
