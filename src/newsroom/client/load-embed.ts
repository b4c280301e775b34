const PLAYERS = ['https://www.youtube-nocookie.com', 'https://player.vimeo.com']

/** A video of another site: its player is loaded when the reader asks for it, in place of the link to it. */
export class LoadEmbed extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', this.#load)
  }

  disconnectedCallback(): void {
    this.removeEventListener('click', this.#load)
  }

  readonly #load = (event: MouseEvent): void => {
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey
    if (elsewhere || !(event.target instanceof Element) || !event.target.closest('a')) return
    const source = URL.parse(this.dataset['frame'] ?? '')
    if (!source || !PLAYERS.includes(source.origin)) return
    event.preventDefault()
    this.replaceChildren(playerIn(source.href, this.dataset['title'] ?? ''))
    // From here on it is the reader's: a push leaves it alone.
    this.dataset['own'] = ''
  }
}

function playerIn(source: string, title: string): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.src = source
  frame.title = title
  frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture'
  frame.allowFullscreen = true
  // YouTube plays nothing for a page that does not say where it is.
  frame.referrerPolicy = 'strict-origin-when-cross-origin'
  return frame
}
