interface Answer {
  pieces?: number
  says?: string
  detail?: string
}

/** Puts what a form offers into the cart and says so beside its button, so that a reader stays where they are. */
export async function act(element: HTMLElement): Promise<void> {
  const form = element as HTMLFormElement
  const place = form.querySelector('.buy-says')
  if (!place) return form.submit()
  place.textContent = 'One moment …'
  const { pieces, says, detail } = await send(form)
  if (pieces === undefined) place.textContent = detail ?? says ?? ''
  else place.replaceChildren(`${says} `, linkTo(pieces))
}

async function send(form: HTMLFormElement): Promise<Answer> {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value)
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      body: fields,
      headers: { accept: 'application/json' },
    })
    return (await response.json()) as Answer
  } catch {
    return { says: 'There is no connection. Try again in a moment.' }
  }
}

function linkTo(pieces: number): HTMLAnchorElement {
  const link = document.createElement('a')
  link.href = '/cart'
  link.textContent = pieces === 1 ? '1 piece in your cart' : `${pieces} pieces in your cart`
  return link
}
