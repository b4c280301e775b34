interface Chunk {
  act: (element: HTMLElement, event: Event) => unknown
}

/** What is more than a link or a form comes with its first use. */
const CHUNKS: Record<string, () => Promise<Chunk>> = {
  footage: () => import('../../footage/client/public.ts'),
  shop: () => import('../../shop/client/public.ts'),
}

/** A click on a link with `data-chunk`, or the sending of such a form, is its chunk's; where that cannot be had, it is what it is without script. */
function hand(event: Event): void {
  const element = (event.target as Element).closest<HTMLElement>('[data-chunk]')
  if (!element || isElsewhere(event as MouseEvent) || 'href' in element !== (event.type === 'click')) return
  event.preventDefault()
  CHUNKS[element.dataset['chunk'] ?? '']?.().then(
    ({ act }) => act(element, event),
    () => {
      delete element.dataset['chunk']
      ;(element as HTMLFormElement)[event.type as 'click' | 'submit']()
    },
  )
}

const isElsewhere = ({ ctrlKey, metaKey, shiftKey }: MouseEvent): boolean => ctrlKey || metaKey || shiftKey

addEventListener('click', hand)
addEventListener('submit', hand)
