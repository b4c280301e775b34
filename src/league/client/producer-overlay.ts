/** The producer's overlay asks so often: a ruling is on the picture before its applause. */
const EVERY_MS = 400
/** A server that went away without a word is asked anew after so long. */
const PATIENCE_MS = 5000
const TICK_MS = 280

const still = matchMedia('(prefers-reduced-motion: reduce)')

const scoresIn = (box: Element): HTMLElement[] => [...box.querySelectorAll<HTMLElement>('[data-tick]')]

function show(box: Element, markup: string): void {
  const before = scoresIn(box).map(({ textContent }) => textContent)
  box.innerHTML = markup
  scoresIn(box).forEach((score, i) => {
    if (!still.matches && before[i] !== undefined && before[i] !== score.textContent)
      score.animate([{ transform: 'translateY(-0.18em)' }, { transform: 'none' }], TICK_MS)
  })
}

let shown = ''

async function look(box: HTMLElement): Promise<void> {
  const answer = await fetch(box.dataset['state'] ?? '', {
    headers: { 'if-none-match': shown },
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  if (answer.status !== 200) return
  const markup = await answer.text()
  shown = answer.headers.get('etag') ?? ''
  show(box, markup)
}

/** What it shows stays while the server is away, and is made right by the first answer after that. */
async function follow(box: HTMLElement): Promise<never> {
  for (;;) {
    await look(box).catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
  }
}

const box = document.querySelector<HTMLElement>('[data-state]')
if (box) void follow(box)
